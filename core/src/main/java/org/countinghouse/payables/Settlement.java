package org.countinghouse.payables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A recorded settlement. Amounts have the sign of their item: above zero we paid.
 *
 * @param number ours, gapless: {@code PS-2026-000003}
 * @param amount of the item, in its currency
 * @param baseAmount the same at the rate the item was booked at
 * @param bankAmount what moved on the bank account, in its currency
 * @param bankBaseAmount the same in base currency
 * @param difference realized in base currency: above zero a gain, below a loss
 * @param discount of the amount, what was not paid because it was paid early
 * @param reversesId the settlement it takes back
 * @param reason why it does
 */
public record Settlement(
    UUID id,
    UUID organizationId,
    String number,
    UUID itemId,
    LocalDate settledOn,
    Money amount,
    Money baseAmount,
    String bankAccount,
    Money bankAmount,
    Money bankBaseAmount,
    Money difference,
    Money discount,
    String reference,
    UUID journalId,
    @Nullable UUID reversesId,
    @Nullable String reason,
    String settledBy,
    Instant settledAt) {}
