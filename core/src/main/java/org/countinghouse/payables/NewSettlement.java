package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a due item was settled for, as somebody records it.
 *
 * @param settledOn the day the money moved; the posting date
 * @param amount how much of the item, in its currency and without sign
 * @param bankAccount account of the ledger the money moved on; null: the one with the purpose BANK
 * @param bankAmount what moved there, in that account's currency and without sign; null: the same
 *     amount, or what it is worth by the rate of the day
 * @param reference of the payment: end-to-end id, cheque number
 */
public record NewSettlement(
    LocalDate settledOn,
    BigDecimal amount,
    @Nullable String bankAccount,
    @Nullable BigDecimal bankAmount,
    String reference) {}
