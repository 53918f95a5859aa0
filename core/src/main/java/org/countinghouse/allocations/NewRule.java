package org.countinghouse.allocations;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said when a rule is made; see {@link AllocationRule} for the fields.
 *
 * @param sourceAccounts codes and ranges: {@code 6100-6299,6805}
 * @param driverAccounts likewise, for a balance driver
 */
public record NewRule(
    String code,
    String name,
    int step,
    @Nullable String sourceCostCentre,
    String sourceAccounts,
    @Nullable String targetAccount,
    @Nullable String offsetAccount,
    Driver driver,
    @Nullable String statistic,
    @Nullable String driverAccounts,
    YearMonth validFrom,
    List<AllocationRule.Target> targets) {

  public NewRule {
    targets = List.copyOf(targets);
  }
}
