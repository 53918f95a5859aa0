package org.countinghouse.payables;

import java.util.UUID;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.jspecify.annotations.Nullable;

/**
 * Whom money goes to, and where.
 *
 * @param accountId of the supplier's account
 * @param name the holder of the account, or the supplier's
 * @param payable whether the account is verified and its waiting period is over
 */
public record Payee(
    UUID accountId,
    UUID supplierId,
    String supplierNumber,
    String name,
    AccountNumber number,
    @Nullable Bic bic,
    Party.PostalAddress address,
    boolean payable) {}
