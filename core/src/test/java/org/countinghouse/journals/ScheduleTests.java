package org.countinghouse.journals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.countinghouse.calendar.BusinessCalendar;
import org.countinghouse.journals.Schedule.DayRule;
import org.countinghouse.journals.Schedule.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTests {

  private static final LocalDate JANUARY_31 = LocalDate.of(2028, 1, 31);

  @Test
  void theThirtyFirstComesBackAfterAShortMonth() {
    assertThat(days(Schedule.monthly(JANUARY_31), "2028-05-31"))
        .containsExactly("2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31");
  }

  @Test
  void monthEndsAreMonthEndsWhateverTheFirstDayIs() {
    var schedule =
        new Schedule(
            Frequency.QUARTERLY,
            1,
            LocalDate.of(2027, 2, 28),
            true,
            DayRule.EXACT,
            LocalDate.of(2027, 11, 29),
            false);
    assertThat(days(schedule, "2029-01-01"))
        .as("the last day named ends it")
        .containsExactly("2027-02-28", "2027-05-31", "2027-08-31");
  }

  @Test
  void everySecondWeekAndEveryYear() {
    LocalDate monday = LocalDate.of(2026, 12, 21);
    assertThat(
            days(
                new Schedule(Frequency.WEEKLY, 2, monday, false, DayRule.EXACT, null, false),
                "2027-02-01"))
        .containsExactly("2026-12-21", "2027-01-04", "2027-01-18", "2027-02-01");
    LocalDate leap = LocalDate.of(2028, 2, 29);
    assertThat(
            days(
                new Schedule(Frequency.YEARLY, 1, leap, false, DayRule.EXACT, null, false),
                "2032-12-31"))
        .containsExactly("2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29");
  }

  /** Easter Monday of 2026 is 6 April; 31 May is a Sunday. */
  @ParameterizedTest
  @CsvSource({
    "EXACT,2026-05-31,2026-05-31",
    "FOLLOWING,2026-05-31,2026-06-01",
    "MODIFIED_FOLLOWING,2026-05-31,2026-05-29",
    "PRECEDING,2026-05-31,2026-05-29",
    "FOLLOWING,2026-04-03,2026-04-07",
    "MODIFIED_FOLLOWING,2026-04-04,2026-04-07",
    "PRECEDING,2026-04-06,2026-04-02",
    "PRECEDING,2026-04-07,2026-04-07"
  })
  void aDayOffIsMovedByItsRule(DayRule rule, LocalDate due, LocalDate posted) {
    var calendar = BusinessCalendar.of("DE", ZoneId.of("Europe/Berlin"));
    var schedule = new Schedule(Frequency.MONTHLY, 1, due, false, rule, null, false);
    assertThat(schedule.postingDate(due, calendar)).isEqualTo(posted);
  }

  @Test
  void whatCannotBeFollowedIsNotValid() {
    assertThat(Schedule.monthly(JANUARY_31).isValid()).isTrue();
    assertThat(
            new Schedule(Frequency.MONTHLY, 0, JANUARY_31, false, DayRule.EXACT, null, false)
                .isValid())
        .isFalse();
    assertThat(
            new Schedule(Frequency.WEEKLY, 1, JANUARY_31, true, DayRule.EXACT, null, false)
                .isValid())
        .isFalse();
    assertThat(
            new Schedule(
                    Frequency.MONTHLY,
                    1,
                    JANUARY_31,
                    false,
                    DayRule.EXACT,
                    JANUARY_31.minusDays(1),
                    false)
                .isValid())
        .isFalse();
  }

  private static List<String> days(Schedule schedule, String until) {
    return schedule.dueDays(LocalDate.parse(until)).map(LocalDate::toString).toList();
  }
}
