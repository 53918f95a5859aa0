package org.countinghouse.ledger;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A stored balance that is not the sum of its lines.
 *
 * @param costCentre null for the balance of the whole account
 * @param storedDebit what the balance table says, in base currency
 * @param lineDebit what the lines sum to, in base currency
 */
public record BalanceDifference(
    String account,
    @Nullable String costCentre,
    YearMonth month,
    String currency,
    BigDecimal storedDebit,
    BigDecimal lineDebit,
    BigDecimal storedCredit,
    BigDecimal lineCredit) {}
