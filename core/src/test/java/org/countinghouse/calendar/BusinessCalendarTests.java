package org.countinghouse.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTests {

  private final BusinessCalendar berlin = BusinessCalendar.of("DE", ZoneId.of("Europe/Berlin"));

  @ParameterizedTest(name = "{0} {1} worked: {2}")
  @CsvSource({
    "DE, 2026-12-25, false", // Christmas
    "DE, 2026-04-03, false", // Good Friday, moves with Easter
    "DE, 2026-10-03, false", // German Unity Day, a Saturday
    "DE, 2026-11-27, true",
    "GB, 2026-05-04, false", // early May bank holiday
    "GB, 2026-12-28, false", // Boxing Day falls on a Saturday, the Monday stands in
    "US, 2026-11-26, false", // Thanksgiving
    "US, 2026-07-03, false", // Independence Day on a Saturday is observed on Friday
    "US, 2026-12-24, true",
    "XX, 2026-12-25, true", // unknown country: the week alone decides
  })
  void knowsThePublicHolidaysOfTheCountry(String country, LocalDate day, boolean worked) {
    var calendar = BusinessCalendar.of(country, ZoneId.of("UTC"));
    assertThat(calendar.isWorkingDay(day)).isEqualTo(worked);
  }

  @Test
  void countsOnlyWorkingHours() {
    // Friday 15:00 plus four hours: two on Friday, two on Monday
    assertThat(berlin.plus(at("2026-11-20T15:00"), Duration.ofHours(4)))
        .isEqualTo(at("2026-11-23T11:00"));
  }

  @Test
  void startsWithTheNextWorkingHourWhenAskedAtNight() {
    assertThat(berlin.plus(at("2026-11-20T23:00"), Duration.ofHours(1)))
        .isEqualTo(at("2026-11-23T10:00"));
    assertThat(berlin.plus(at("2026-11-23T05:00"), Duration.ofHours(1)))
        .isEqualTo(at("2026-11-23T10:00"));
  }

  @Test
  void endsOnTheEveningItIsUsedUp() {
    assertThat(berlin.plus(at("2026-11-20T09:00"), Duration.ofHours(8)))
        .isEqualTo(at("2026-11-20T17:00"));
  }

  @Test
  void measuresWhatItCounts() {
    assertThat(berlin.workingTime(at("2026-11-20T15:00"), at("2026-11-23T11:00")))
        .isEqualTo(Duration.ofHours(4));
    assertThat(berlin.workingTime(at("2026-11-20T23:00"), at("2026-11-23T05:00"))).isZero();
    assertThat(berlin.workingTime(at("2026-12-24T16:00"), at("2026-12-28T10:00")))
        .isEqualTo(Duration.ofHours(2));
    assertThat(berlin.workingTime(at("2026-11-23T11:00"), at("2026-11-20T15:00"))).isZero();
  }

  @Test
  void leavesOutChristmas() {
    assertThat(berlin.plus(at("2026-12-24T16:00"), Duration.ofHours(2)))
        .isEqualTo(at("2026-12-28T10:00"));
  }

  @Test
  void countsTheHoursOfTheDayTheClocksChange() {
    assertThat(berlin.plus(at("2026-03-27T16:00"), Duration.ofHours(9)))
        .isEqualTo(at("2026-03-30T17:00"));
  }

  @Test
  void addsWorkingDays() {
    assertThat(berlin.plusWorkingDays(LocalDate.of(2026, 12, 23), 2))
        .isEqualTo(LocalDate.of(2026, 12, 28));
  }

  private Instant at(String local) {
    return ZonedDateTime.of(java.time.LocalDateTime.parse(local), berlin.zone()).toInstant();
  }
}
