package org.countinghouse.journals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.countinghouse.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * When a recurring journal is due.
 *
 * @param every how many weeks, months, quarters or years lie between two postings
 * @param firstOn the first day it is due; later ones fall on its day of the week or month, or on
 *     the month's last day where it has fewer
 * @param monthEnd always on the last day of the month
 * @param dayRule where a day goes that is not worked
 * @param lastOn nothing is due after it; null: until somebody ends it
 * @param reverses each posting is an accrual, reversed on the first day of the next month
 */
public record Schedule(
    Frequency frequency,
    int every,
    LocalDate firstOn,
    boolean monthEnd,
    DayRule dayRule,
    @Nullable LocalDate lastOn,
    boolean reverses) {

  static final int EVERY_MAX = 99;

  /** What is counted. */
  public enum Frequency {
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    YEARLY
  }

  /** What becomes of a day that is not worked. */
  public enum DayRule {
    /** It stays: books have no weekend. */
    EXACT,
    /** The next working day. */
    FOLLOWING,
    /** The next working day, unless that is in another month: then the one before. */
    MODIFIED_FOLLOWING,
    /** The working day before. */
    PRECEDING
  }

  /** Every month on the day of the first posting, until somebody ends it. */
  public static Schedule monthly(LocalDate firstOn) {
    return new Schedule(Frequency.MONTHLY, 1, firstOn, false, DayRule.EXACT, null, false);
  }

  /** Whether it can be followed. */
  public boolean isValid() {
    LocalDate last = lastOn;
    return every >= 1
        && every <= EVERY_MAX
        && (last == null || !last.isBefore(firstOn))
        && !(monthEnd && frequency == Frequency.WEEKLY);
  }

  /** The days it is due up to this one, before weekends and holidays move them. */
  public Stream<LocalDate> dueDays(LocalDate until) {
    LocalDate last = lastOn;
    LocalDate end = last != null && last.isBefore(until) ? last : until;
    return Stream.iterate(0, step -> step + 1)
        .map(this::dueDay)
        .takeWhile(day -> !day.isAfter(end));
  }

  /** The day it is posted when it is due on this one. */
  public LocalDate postingDate(LocalDate dueOn, BusinessCalendar calendar) {
    return switch (dayRule) {
      case EXACT -> dueOn;
      case FOLLOWING -> calendar.workingDayFrom(dueOn);
      case PRECEDING -> workingDayUntil(dueOn, calendar);
      case MODIFIED_FOLLOWING -> {
        LocalDate following = calendar.workingDayFrom(dueOn);
        yield YearMonth.from(following).equals(YearMonth.from(dueOn))
            ? following
            : workingDayUntil(dueOn, calendar);
      }
    };
  }

  /** Counted from the first day each time: the 31st comes back after a short month. */
  private LocalDate dueDay(int step) {
    long count = (long) step * every;
    LocalDate day =
        switch (frequency) {
          case WEEKLY -> firstOn.plusWeeks(count);
          case MONTHLY -> firstOn.plusMonths(count);
          case QUARTERLY -> firstOn.plusMonths(3 * count);
          case YEARLY -> firstOn.plusYears(count);
        };
    return monthEnd ? YearMonth.from(day).atEndOfMonth() : day;
  }

  private static LocalDate workingDayUntil(LocalDate day, BusinessCalendar calendar) {
    LocalDate candidate = day;
    while (!calendar.isWorkingDay(candidate)) {
      candidate = candidate.minusDays(1);
    }
    return candidate;
  }
}
