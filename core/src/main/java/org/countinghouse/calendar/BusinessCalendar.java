package org.countinghouse.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When an organization works. Deadlines of people ("remind after eight hours") are counted in this
 * time, so that nobody is reminded on a Sunday or escalated over Christmas.
 *
 * @param zone the zone the hours are meant in
 * @param workingDays days of the week that are worked
 * @param opens first working moment of a day
 * @param closes end of the working day, exclusive; after {@code opens}
 * @param holidays days that are not worked although the week says so
 */
public record BusinessCalendar(
    ZoneId zone, Set<DayOfWeek> workingDays, LocalTime opens, LocalTime closes, Holidays holidays) {

  /** Longest search for a working day; more means the calendar has none. */
  private static final int LIMIT_DAYS = 366;

  private static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  public BusinessCalendar {
    workingDays = Set.copyOf(workingDays);
    if (workingDays.isEmpty()) {
      throw new IllegalArgumentException("a business calendar needs a working day");
    }
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException("a working day must open before it closes");
    }
  }

  /**
   * Monday to Friday, 09:00 to 17:00, without the nation-wide public holidays of the country.
   *
   * @param country ISO 3166-1 alpha-2
   */
  public static BusinessCalendar of(String country, ZoneId zone) {
    return new BusinessCalendar(
        zone, MONDAY_TO_FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), Holidays.of(country));
  }

  /** The same calendar without these days either. */
  public BusinessCalendar without(Set<LocalDate> days) {
    return new BusinessCalendar(zone, workingDays, opens, closes, holidays.and(days));
  }

  /** Whether people work on this day. */
  public boolean isWorkingDay(LocalDate day) {
    return workingDays.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /** The day itself when it is worked, else the next one that is. */
  public LocalDate workingDayFrom(LocalDate day) {
    LocalDate candidate = day;
    for (int tried = 0; tried < LIMIT_DAYS; tried++, candidate = candidate.plusDays(1)) {
      if (isWorkingDay(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("no working day within a year from " + day);
  }

  /** The day that lies this many working days after the given one; zero gives the day itself. */
  public LocalDate plusWorkingDays(LocalDate day, int days) {
    LocalDate result = day;
    for (int counted = 0; counted < days; counted++) {
      result = workingDayFrom(result.plusDays(1));
    }
    return result;
  }

  /** The working time between two moments; none when the second is not after the first. */
  public Duration workingTime(Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    LocalDate last = to.atZone(zone).toLocalDate();
    for (LocalDate day = from.atZone(zone).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        Instant open = day.atTime(opens).atZone(zone).toInstant();
        Instant close = day.atTime(closes).atZone(zone).toInstant();
        Instant begin = from.isAfter(open) ? from : open;
        Instant end = to.isBefore(close) ? to : close;
        sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
      }
    }
    return sum;
  }

  /**
   * The moment at which this much working time has passed since the start. The result lies within
   * working hours or at their end; time outside of them does not count.
   *
   * @param workingTime zero or more
   */
  public Instant plus(Instant start, Duration workingTime) {
    if (workingTime.isNegative()) {
      throw new IllegalArgumentException("working time cannot be counted backwards");
    }
    ZonedDateTime from = start.atZone(zone);
    LocalDate day = from.toLocalDate();
    LocalTime time = from.toLocalTime();
    if (!isWorkingDay(day) || !time.isBefore(closes)) {
      day = workingDayFrom(isWorkingDay(day) ? day.plusDays(1) : day);
      time = opens;
    } else if (time.isBefore(opens)) {
      time = opens;
    }
    Duration left = workingTime;
    Instant moment = day.atTime(time).atZone(zone).toInstant();
    Instant end = day.atTime(closes).atZone(zone).toInstant();
    while (left.compareTo(Duration.between(moment, end)) > 0) {
      left = left.minus(Duration.between(moment, end));
      day = workingDayFrom(day.plusDays(1));
      moment = day.atTime(opens).atZone(zone).toInstant();
      end = day.atTime(closes).atZone(zone).toInstant();
    }
    return moment.plus(left);
  }
}
