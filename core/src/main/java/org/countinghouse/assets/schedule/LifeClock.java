package org.countinghouse.assets.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** How much of its life, in months, an asset has used up: what a convention decides. */
final class LifeClock {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int YEAR = 12;
  private static final int QUARTER = 3;

  private final Convention convention;
  private final LocalDate inService;
  private final YearMonth first;
  private final Month yearStart;
  private final BigDecimal life;

  LifeClock(Convention convention, LocalDate inService, Month yearStart, int lifeMonths) {
    this.convention = convention;
    this.inService = inService;
    this.first = YearMonth.from(inService);
    this.yearStart = yearStart;
    this.life = BigDecimal.valueOf(lifeMonths);
  }

  /** The whole of it. */
  BigDecimal life() {
    return life;
  }

  /** Used up by the end of this month while it is in use; never more than its life. */
  BigDecimal usedAtEndOf(YearMonth month) {
    return month.isBefore(first) ? BigDecimal.ZERO : counted(month).min(life);
  }

  /** Used up when it is disposed of on this day. */
  BigDecimal usedAtDisposal(LocalDate day) {
    YearMonth month = YearMonth.from(day);
    BigDecimal before = usedAtEndOf(month.minusMonths(1));
    BigDecimal used =
        switch (convention) {
          case FULL_MONTH -> before;
          case NEXT_MONTH -> usedAtEndOf(month);
          case MID_MONTH -> month.equals(first) ? BigDecimal.ZERO : before.add(HALF);
          case HALF_YEAR -> inYearOfDisposal(month, BigDecimal.valueOf(YEAR / 2));
          case MID_QUARTER -> inYearOfDisposal(month, middleOfQuarter(month));
          case DAILY -> daysThrough(day.minusDays(1));
        };
    return used.min(life);
  }

  /** The first month of the fiscal year this month is in. */
  YearMonth yearOf(YearMonth month) {
    return month.minusMonths(
        Math.floorMod(month.getMonthValue() - yearStart.getValue(), (long) YEAR));
  }

  private BigDecimal counted(YearMonth month) {
    BigDecimal months = BigDecimal.valueOf(first.until(month, ChronoUnit.MONTHS) + 1);
    return switch (convention) {
      case FULL_MONTH -> months;
      case NEXT_MONTH -> months.subtract(BigDecimal.ONE);
      case MID_MONTH -> months.subtract(HALF);
      case HALF_YEAR -> withFirstYear(months, BigDecimal.valueOf(YEAR / 2));
      case MID_QUARTER ->
          withFirstYear(months, BigDecimal.valueOf(YEAR).subtract(middleOfQuarter(first)));
      case DAILY -> daysThrough(month.atEndOfMonth());
    };
  }

  /** The first year counts this much, evenly over its months in use; later ones by months. */
  private BigDecimal withFirstYear(BigDecimal months, BigDecimal firstYear) {
    BigDecimal inUse =
        BigDecimal.valueOf(
            first.until(yearOf(first).plusMonths(YEAR), ChronoUnit.MONTHS)); // 1 to 12
    return months.compareTo(inUse) <= 0
        ? firstYear.multiply(months).divide(inUse, MathContext.DECIMAL128)
        : firstYear.add(months.subtract(inUse));
  }

  private BigDecimal inYearOfDisposal(YearMonth month, BigDecimal ofYear) {
    YearMonth year = yearOf(month);
    return year.equals(yearOf(first))
        ? BigDecimal.ZERO
        : usedAtEndOf(year.minusMonths(1)).add(ofYear);
  }

  /** Months from the start of the fiscal year to the middle of this month's quarter. */
  private BigDecimal middleOfQuarter(YearMonth month) {
    long quarter = yearOf(month).until(month, ChronoUnit.MONTHS) / QUARTER;
    return BigDecimal.valueOf(quarter * QUARTER).add(new BigDecimal("1.5"));
  }

  /** Every fiscal year counts twelve months, a part of it by its days. */
  private BigDecimal daysThrough(LocalDate last) {
    if (last.isBefore(inService)) {
      return BigDecimal.ZERO;
    }
    BigDecimal used = BigDecimal.ZERO;
    YearMonth lastYear = yearOf(YearMonth.from(last));
    for (YearMonth year = yearOf(first); !year.isAfter(lastYear); year = year.plusMonths(YEAR)) {
      LocalDate start = year.atDay(1);
      LocalDate end = year.plusMonths(YEAR).atDay(1);
      LocalDate from = inService.isAfter(start) ? inService : start;
      LocalDate to = last.plusDays(1).isBefore(end) ? last.plusDays(1) : end;
      used =
          used.add(
              BigDecimal.valueOf(YEAR * ChronoUnit.DAYS.between(from, to))
                  .divide(
                      BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end)),
                      MathContext.DECIMAL128));
    }
    return used;
  }
}
