package org.countinghouse.reconciliation;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a part of an entry is: exactly one of payment, due item and account.
 *
 * @param amount of the entry, with its sign, in the bank account's currency
 */
public record Part(
    @Nullable UUID paymentId,
    @Nullable UUID itemId,
    @Nullable String account,
    @Nullable String costCentre,
    BigDecimal amount) {}
