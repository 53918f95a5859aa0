package org.countinghouse.consolidation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Up to where members' books are read.
 *
 * @param asOf journals of this day and before
 * @param knownAt recorded up to this instant; null: all that were recorded
 */
record Cut(LocalDate asOf, @Nullable Instant knownAt) {

  /** Everything up to the end of a month. */
  static Cut endOf(YearMonth month) {
    return new Cut(month.atEndOfMonth(), null);
  }

  YearMonth month() {
    return YearMonth.from(asOf);
  }

  /** First day of its month. */
  LocalDate firstDay() {
    return asOf.withDayOfMonth(1);
  }

  /** Whether it ends within its month, so that lines of that month stay out. */
  boolean isWithinMonth() {
    return !asOf.equals(month().atEndOfMonth());
  }
}
