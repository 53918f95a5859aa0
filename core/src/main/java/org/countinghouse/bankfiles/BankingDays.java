package org.countinghouse.bankfiles;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/** When banks settle by a scheme. Computed, so that no calendar has to be brought up to date. */
public final class BankingDays {

  private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);
  private static final MonthDay LABOUR_DAY = MonthDay.of(5, 1);
  private static final MonthDay CHRISTMAS = MonthDay.of(12, 25);
  private static final MonthDay BOXING_DAY = MonthDay.of(12, 26);

  /** Closing days of the settlement system TARGET besides Good Friday and Easter Monday. */
  private static final Set<MonthDay> TARGET = Set.of(NEW_YEAR, LABOUR_DAY, CHRISTMAS, BOXING_DAY);

  /** Holidays of the Federal Reserve with a date; on a Saturday they are not made up for. */
  private static final Set<MonthDay> FEDERAL_RESERVE =
      Set.of(NEW_YEAR, MonthDay.of(6, 19), MonthDay.of(7, 4), MonthDay.of(11, 11), CHRISTMAS);

  private BankingDays() {}

  /**
   * Whether the scheme settles on this day: TARGET days (ECB) for SEPA, bank holidays of England
   * and Wales for the United Kingdom, the Federal Reserve's days for the ACH; across borders any
   * weekday, as no one calendar holds.
   */
  public static boolean isBankingDay(PaymentScheme scheme, LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend
        && switch (scheme) {
          case SEPA -> !isTargetHoliday(day);
          case GB_DOMESTIC -> !isBankHoliday(day);
          case ACH_CCD, ACH_PPD -> !isFederalReserveHoliday(day);
          case CROSS_BORDER -> true;
        };
  }

  /** The day itself when it is one, else the next banking day of the scheme. */
  public static LocalDate from(PaymentScheme scheme, LocalDate day) {
    LocalDate found = day;
    while (!isBankingDay(scheme, found)) {
      found = found.plusDays(1);
    }
    return found;
  }

  private static boolean isTargetHoliday(LocalDate day) {
    return TARGET.contains(MonthDay.from(day)) || isEaster(day);
  }

  private static boolean isEaster(LocalDate day) {
    LocalDate easter = easterSunday(day.getYear());
    return day.equals(easter.minusDays(2)) || day.equals(easter.plusDays(1));
  }

  /** Bank holidays of England and Wales; those on a weekend move to the next weekday. */
  private static boolean isBankHoliday(LocalDate day) {
    int year = day.getYear();
    LocalDate newYear = weekdayFrom(NEW_YEAR.atYear(year));
    LocalDate christmas = weekdayFrom(CHRISTMAS.atYear(year));
    LocalDate boxing = weekdayFrom(BOXING_DAY.atYear(year));
    if (boxing.equals(christmas)) {
      boxing = boxing.plusDays(1);
    }
    // when the 25th is a Sunday, the 26th stays and the 25th is made up for on the 27th
    boolean boxingFirst = CHRISTMAS.atYear(year).getDayOfWeek() == DayOfWeek.SUNDAY;
    LocalDate moved = boxingFirst ? BOXING_DAY.atYear(year).plusDays(1) : christmas;
    return day.equals(newYear)
        || day.equals(moved)
        || day.equals(boxingFirst ? BOXING_DAY.atYear(year) : boxing)
        || isEaster(day)
        || day.equals(nthMonday(year, Month.MAY, 1))
        || day.equals(lastMonday(year, Month.MAY))
        || day.equals(lastMonday(year, Month.AUGUST));
  }

  private static boolean isFederalReserveHoliday(LocalDate day) {
    int year = day.getYear();
    // one on a Sunday is made up for on Monday
    boolean monday = day.getDayOfWeek() == DayOfWeek.MONDAY;
    return FEDERAL_RESERVE.contains(MonthDay.from(day))
        || (monday && FEDERAL_RESERVE.contains(MonthDay.from(day.minusDays(1))))
        || day.equals(nthMonday(year, Month.JANUARY, 3))
        || day.equals(nthMonday(year, Month.FEBRUARY, 3))
        || day.equals(lastMonday(year, Month.MAY))
        || day.equals(nthMonday(year, Month.SEPTEMBER, 1))
        || day.equals(nthMonday(year, Month.OCTOBER, 2))
        || day.equals(
            LocalDate.of(year, Month.NOVEMBER, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
  }

  private static LocalDate weekdayFrom(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }

  private static LocalDate nthMonday(int year, Month month, int nth) {
    return LocalDate.of(year, month, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.MONDAY));
  }

  private static LocalDate lastMonday(int year, Month month) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
  }

  /** Gregorian Easter (Meeus, Jones, Butcher). */
  private static LocalDate easterSunday(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
