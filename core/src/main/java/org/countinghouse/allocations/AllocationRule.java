package org.countinghouse.allocations;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which costs go where.
 *
 * @param step rules run in this order
 * @param sourceCostCentre whose costs; absent: those that stand on no cost centre
 * @param sourceAccounts which of them
 * @param targetAccount takes them; absent: the account each comes from
 * @param offsetAccount gives them, so that primary costs stay in sight; absent: the account each
 *     comes from
 * @param statistic what a statistic driver counts
 * @param driverAccounts what a balance driver looks at
 * @param validTo the last month it is used in; absent: until it is ended
 */
public record AllocationRule(
    UUID id,
    UUID organizationId,
    String code,
    String name,
    int step,
    @Nullable String sourceCostCentre,
    AccountRanges sourceAccounts,
    @Nullable String targetAccount,
    @Nullable String offsetAccount,
    Driver driver,
    @Nullable String statistic,
    @Nullable AccountRanges driverAccounts,
    YearMonth validFrom,
    @Nullable YearMonth validTo,
    List<Target> targets) {

  public AllocationRule {
    targets = List.copyOf(targets);
  }

  /**
   * Who takes costs.
   *
   * @param share weight of a fixed driver; absent for others
   */
  public record Target(String costCentre, @Nullable BigDecimal share) {}

  /** Whether it is used in this month. */
  public boolean isValidIn(YearMonth month) {
    return !month.isBefore(validFrom) && (validTo == null || !month.isAfter(validTo));
  }

  /** The source its journals are posted under. */
  String source() {
    return AllocationRules.MODULE + ":" + code;
  }
}
