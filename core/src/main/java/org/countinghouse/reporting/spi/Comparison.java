package org.countinghouse.reporting.spi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/** The period figures are set against: parameter {@code compare} of a report. */
public enum Comparison {
  NONE,
  PREVIOUS_MONTH,
  PREVIOUS_QUARTER,
  PREVIOUS_YEAR;

  /** Name of the parameter. */
  public static final String PARAMETER = "compare";

  private static final int MONTHS_PER_QUARTER = 3;
  private static final int MONTHS_PER_YEAR = 12;

  /** As written in a request: {@code previous-year}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The day this one is set against: the same day of the earlier month; the last of its month where
   * this is the last of its own or that month is shorter. Empty for {@link #NONE}.
   */
  public Optional<LocalDate> of(LocalDate day) {
    if (this == NONE) {
      return Optional.empty();
    }
    boolean atMonthEnd = day.equals(YearMonth.from(day).atEndOfMonth());
    LocalDate earlier = day.minusMonths(months());
    return Optional.of(atMonthEnd ? YearMonth.from(earlier).atEndOfMonth() : earlier);
  }

  private int months() {
    return switch (this) {
      case NONE -> 0;
      case PREVIOUS_MONTH -> 1;
      case PREVIOUS_QUARTER -> MONTHS_PER_QUARTER;
      case PREVIOUS_YEAR -> MONTHS_PER_YEAR;
    };
  }
}
