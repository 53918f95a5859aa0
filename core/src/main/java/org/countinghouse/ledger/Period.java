package org.countinghouse.ledger;

import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;

/**
 * A month of one organization's books.
 *
 * @param fiscalYear the fiscal year it belongs to
 * @param number its place in the fiscal year, 1 to 12
 * @param lockedModules modules that may no longer post to it although it is not closed
 */
public record Period(
    UUID organizationId,
    YearMonth month,
    int fiscalYear,
    int number,
    PeriodState state,
    Set<String> lockedModules) {

  public Period {
    lockedModules = Set.copyOf(lockedModules);
  }

  /** Whether postings of this module are taken. */
  public boolean accepts(String module) {
    return switch (state) {
      case OPEN -> !lockedModules.contains(module);
      case SOFT_CLOSED ->
          Periods.ADJUSTING_MODULES.contains(module) && !lockedModules.contains(module);
      case CLOSED -> false;
    };
  }
}
