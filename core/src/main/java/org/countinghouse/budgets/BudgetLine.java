package org.countinghouse.budgets;

import java.time.YearMonth;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A planned amount.
 *
 * @param costCentre absent: planned for the organization as a whole
 * @param amount in base currency, as people plan: income and expense positive
 */
public record BudgetLine(
    String account, @Nullable String costCentre, YearMonth period, Money amount) {}
