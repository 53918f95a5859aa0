package org.countinghouse.bankfiles;

import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One payment of a file.
 *
 * @param endToEndId by which payer, banks and payee find it again; 1 to 35 characters, never twice
 * @param instructionId between payer and bank; null when the end-to-end id will do
 * @param amount more than zero
 * @param creditor who is paid
 * @param account into what; printed by its mask only
 * @param bank of the account; needed across borders only
 * @param remittance for what, at most 140 characters (80 in an ACH addendum); null when there is a
 *     creditor reference
 * @param creditorReference the payee's own (ISO 11649, {@code RF…}), instead of a text
 * @param purpose ISO external purpose code such as {@code SUPP}
 */
public record CreditTransfer(
    String endToEndId,
    @Nullable String instructionId,
    Money amount,
    PaymentParty creditor,
    AccountNumber account,
    @Nullable Bic bank,
    @Nullable String remittance,
    @Nullable String creditorReference,
    @Nullable String purpose) {}
