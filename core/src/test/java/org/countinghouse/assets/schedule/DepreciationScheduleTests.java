package org.countinghouse.assets.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.countinghouse.assets.schedule.ValueEvent.Kind;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules beside figures that others published; each names its source. */
class DepreciationScheduleTests {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Money NOTHING = Money.zero(USD);
  private static final int FIRST_YEAR = 2021;

  /** Published percentages are rounded, the last one takes up what the others lost. */
  private static final Offset<BigDecimal> LAST_DIGIT = Offset.offset(new BigDecimal("1.50"));

  /**
   * IRS Publication 946, How To Depreciate Property, Appendix A, tables A-1 (half-year convention)
   * and A-2 to A-5 (mid-quarter convention, placed in service in quarters 1 to 4): percent of the
   * cost, year by year; 200 percent declining balance switching to straight line, 150 percent for
   * 15-year property. On a cost of 10,000 a hundredth of a percent is one dollar.
   */
  @ParameterizedTest(name = "{0} years, {1}, in service in month {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3  | HALF_YEAR   | 5  | 33.33 44.45 14.81 7.41
          5  | HALF_YEAR   | 2  | 20.00 32.00 19.20 11.52 11.52 5.76
          7  | HALF_YEAR   | 12 | 14.29 24.49 17.49 12.49 8.93 8.92 8.93 4.46
          10 | HALF_YEAR   | 1  | 10.00 18.00 14.40 11.52 9.22 7.37 6.55 6.55 6.56 6.55 3.28
          15 | HALF_YEAR   | 7  | 5.00 9.50 8.55 7.70 6.93 6.23 5.90 5.90 5.91 5.90 5.91 5.90 5.91 5.90 5.91 2.95
          3  | MID_QUARTER | 1  | 58.33 27.78 12.35 1.54
          5  | MID_QUARTER | 3  | 35.00 26.00 15.60 11.01 11.01 1.38
          7  | MID_QUARTER | 2  | 25.00 21.43 15.31 10.93 8.75 8.74 8.75 1.09
          5  | MID_QUARTER | 4  | 25.00 30.00 18.00 11.37 11.37 4.26
          7  | MID_QUARTER | 6  | 17.85 23.47 16.76 11.97 8.87 8.87 8.87 3.34
          5  | MID_QUARTER | 9  | 15.00 34.00 20.40 12.24 11.30 7.06
          7  | MID_QUARTER | 8  | 10.71 25.51 18.22 13.02 9.30 8.85 8.86 5.53
          3  | MID_QUARTER | 10 | 8.33 61.11 20.37 10.19
          5  | MID_QUARTER | 12 | 5.00 38.00 22.80 13.68 10.94 9.58
          7  | MID_QUARTER | 11 | 3.57 27.55 19.68 14.06 10.04 8.73 8.73 7.64
          """)
  void yearsAreThoseOfTheIrsTables(int years, Convention convention, int month, String percents) {
    BigDecimal rate =
        (years == 15 ? new BigDecimal("1.5") : new BigDecimal("2"))
            .divide(BigDecimal.valueOf(years), java.math.MathContext.DECIMAL128);
    var terms = terms(Method.DECLINING, convention, day(month, 14), years * 12, rate);
    var schedule = bought(terms, "10000.00");

    List<BigDecimal> published =
        Arrays.stream(percents.split(" "))
            .map(each -> new BigDecimal(each).movePointRight(2))
            .toList();
    List<BigDecimal> ours = List.copyOf(byYear(schedule, published.size()).values());
    for (int year = 0; year < published.size(); year++) {
      assertThat(ours.get(year)).as("year %d", year + 1).isCloseTo(published.get(year), LAST_DIGIT);
    }
    assertThat(schedule.chargedThrough(schedule.end())).isEqualTo(usd("10000.00"));
  }

  /**
   * The half-year convention's fractions of IRS Publication 946, table A-1, to the digit: the
   * table's alternating 8.93, 8.92, 8.93 is what rounding the sum, not each year, gives.
   */
  @Test
  void roundingTheSumGivesTheTablesOwnPattern() {
    var terms =
        terms(
            Method.DECLINING,
            Convention.HALF_YEAR,
            day(1, 1),
            84,
            new BigDecimal("2").divide(new BigDecimal("7"), java.math.MathContext.DECIMAL128));
    assertThat(byYear(bought(terms, "100.00"), 8).values())
        .map(BigDecimal::toPlainString)
        .containsExactly("14.29", "24.49", "17.49", "12.49", "8.93", "8.92", "8.93", "4.46");
  }

  /**
   * IRS Publication 946, Appendix A, table A-6: residential rental property, straight line over
   * 27.5 years, mid-month convention; percent of the cost in year 1 by the month it is placed in
   * service.
   */
  @ParameterizedTest(name = "in service in month {0}: {1} %")
  @CsvSource({
    "1, 3.485", "2, 3.182", "3, 2.879", "4, 2.576", "5, 2.273", "6, 1.970",
    "7, 1.667", "8, 1.364", "9, 1.061", "10, 0.758", "11, 0.455", "12, 0.152"
  })
  void firstYearOfRentalPropertyIsThatOfTheIrsTable(int month, BigDecimal percent) {
    var terms = terms(Method.STRAIGHT_LINE, Convention.MID_MONTH, day(month, 20), 330, null);
    var schedule = bought(terms, "100000.00");
    assertThat(schedule.chargedThrough(YearMonth.of(FIRST_YEAR, 12)).amount())
        .isCloseTo(percent.movePointRight(3), Offset.offset(new BigDecimal("0.50")));
    assertThat(schedule.chargedThrough(schedule.end())).isEqualTo(usd("100000.00"));
  }

  @Test
  void monthsOfAYearSumToTheYearAndTheLastLeavesTheResidual() {
    var terms =
        new Terms(
            Method.STRAIGHT_LINE, Convention.FULL_MONTH, day(3, 31), 36, null, usd("99.99"), null);
    var schedule = bought(terms, "1000.00");
    List<DepreciationSchedule.Line> lines = schedule.lines(schedule.end().plusMonths(3));
    assertThat(lines.get(0).month()).isEqualTo(YearMonth.of(FIRST_YEAR, 3));
    assertThat(lines).hasSize(39);
    assertThat(lines.get(35).bookValue()).isEqualTo(usd("99.99"));
    assertThat(lines.get(38).bookValue()).isEqualTo(usd("99.99"));
    assertThat(lines.stream().map(DepreciationSchedule.Line::charge).reduce(NOTHING, Money::plus))
        .isEqualTo(usd("900.01"));
    assertThat(lines.subList(0, 36))
        .allSatisfy(
            line ->
                assertThat(line.charge().amount())
                    .isBetween(new BigDecimal("25.00"), new BigDecimal("25.01")));
  }

  private static DepreciationSchedule bought(Terms terms, String cost) {
    return DepreciationSchedule.of(
        terms,
        Month.JANUARY,
        List.of(new ValueEvent(Kind.ACQUISITION, terms.inServiceOn(), usd(cost), NOTHING)),
        Map.of());
  }

  private static Terms terms(
      Method method, Convention convention, LocalDate day, int life, @Nullable BigDecimal rate) {
    return new Terms(method, convention, day, life, rate, NOTHING, null);
  }

  private static TreeMap<Integer, BigDecimal> byYear(DepreciationSchedule schedule, int years) {
    TreeMap<Integer, BigDecimal> sums = new TreeMap<>();
    for (var line : schedule.lines(YearMonth.of(FIRST_YEAR + years - 1, 12))) {
      sums.merge(line.month().getYear(), line.charge().amount(), BigDecimal::add);
    }
    return sums;
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(FIRST_YEAR, month, day);
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
