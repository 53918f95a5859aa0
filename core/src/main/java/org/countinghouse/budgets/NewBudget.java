package org.countinghouse.budgets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said when a version is made; see {@link Budget} for the fields.
 *
 * @param lines each account, cost centre and month once
 */
public record NewBudget(
    String code, int fiscalYear, String name, @Nullable String sourceName, List<BudgetLine> lines) {

  public NewBudget {
    lines = List.copyOf(lines);
  }
}
