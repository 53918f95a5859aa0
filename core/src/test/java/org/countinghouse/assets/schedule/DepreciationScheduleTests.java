package org.countinghouse.assets.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.countinghouse.assets.schedule.ValueEvent.Kind;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            .divide(BigDecimal.valueOf(years), MathContext.DECIMAL128);
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
            new BigDecimal("2").divide(new BigDecimal("7"), MathContext.DECIMAL128));
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

  /**
   * Property disposed of before the end of its recovery period gets half of the year's percentage
   * under the half-year convention (IRS Publication 946, "Sale or Other Disposition Before the
   * Recovery Period Ends"): 7-year property, third year, half of 17.49 percent.
   */
  @Test
  void halfOfTheYearIsTakenWhenItGoesUnderTheHalfYearConvention() {
    var terms =
        terms(
            Method.DECLINING,
            Convention.HALF_YEAR,
            day(4, 1),
            84,
            new BigDecimal("2").divide(new BigDecimal("7"), MathContext.DECIMAL128));
    var schedule = bought(terms, "100.00");
    for (LocalDate day : List.of(LocalDate.of(2023, 1, 2), LocalDate.of(2023, 11, 30))) {
      var disposal = schedule.disposal(day, usd("100.00"));
      // 14.29 + 24.49 + 17.49 / 2
      assertThat(disposal.charged()).isBetween(new BigDecimal("47.51"), new BigDecimal("47.53"));
      assertThat(disposal.accumulated()).isEqualTo(disposal.charged());
    }
    assertThat(schedule.disposal(LocalDate.of(2021, 12, 1), usd("100.00")).charged())
        .as("nothing when it came and went in one year")
        .isZero();
  }

  /** The same under the mid-quarter convention: 1.5, 4.5, 7.5 or 10.5 months of the year. */
  @ParameterizedTest(name = "gone in month {0}: {1} of 12 months")
  @CsvSource({"2, 1.5", "5, 4.5", "9, 7.5", "12, 10.5"})
  void theMiddleOfTheQuarterIsTheEndUnderTheMidQuarterConvention(int month, BigDecimal months) {
    var terms = terms(Method.STRAIGHT_LINE, Convention.MID_QUARTER, day(2, 1), 120, null);
    var schedule = bought(terms, "12000.00");
    // 1,050 for ten and a half months of 2021, then 100 a month
    assertThat(schedule.disposal(LocalDate.of(2022, month, 9), usd("12000.00")).charged())
        .isEqualByComparingTo(new BigDecimal("1050").add(months.movePointRight(2)));
  }

  /**
   * German depreciation pro rata temporis (§ 7 (1) sentence 4 EStG), as docju.de, "Zeitanteilige
   * AfA", shows it: 50,000.00 bought on 25 October 2009, 20 percent a year: 2,500.00 in 2009, four
   * times 10,000.00, and the rest in 2014 (there but for one euro kept as a reminder). Sold on 27
   * April 2011: three twelfths in 2011.
   */
  @Test
  void germanAssetIsWrittenDownByMonths() {
    var terms =
        terms(Method.STRAIGHT_LINE, Convention.FULL_MONTH, LocalDate.of(2009, 10, 25), 60, null);
    var schedule = bought(terms, "50000.00");
    assertThat(sums(schedule, 2014).values())
        .map(BigDecimal::toPlainString)
        .containsExactly("2500.00", "10000.00", "10000.00", "10000.00", "10000.00", "7500.00");
    assertThat(schedule.disposal(LocalDate.of(2011, 4, 27), usd("50000.00")).charged())
        .isEqualByComparingTo("15000.00");
  }

  /**
   * Declining with the change to straight line of § 7 (3) EStG, as ionos.at, "Degressive
   * Abschreibung", works it out: 20 percent over ten years, 61,000.00 in the first three, 32,768.00
   * left after six, then 8,192.00 a year (125,000.00 is the cost these figures come from).
   */
  @Test
  void germanAssetChangesFromDecliningToStraightLine() {
    var terms =
        terms(
            Method.DECLINING,
            Convention.FULL_MONTH,
            LocalDate.of(2010, 1, 4),
            120,
            new BigDecimal("0.2"));
    var schedule = bought(terms, "125000.00");
    assertThat(schedule.chargedThrough(YearMonth.of(2012, 12))).isEqualTo(usd("61000.00"));
    assertThat(schedule.chargedThrough(YearMonth.of(2015, 12))).isEqualTo(usd("92232.00"));
    assertThat(sums(schedule, 2019).values())
        .map(BigDecimal::toPlainString)
        .containsExactly(
            "25000.00",
            "20000.00",
            "16000.00",
            "12800.00",
            "10240.00",
            "8192.00",
            "8192.00",
            "8192.00",
            "8192.00",
            "8192.00");
  }

  /**
   * The first two years of 25 percent declining on 100,000.00 over ten years, as the tax advisers
   * Tolksdorf show the rule of 2020 to 2022 (§ 7 (2) EStG): 25,000.00 and 18,750.00.
   */
  @Test
  void quarterOfTheBookValueIsWrittenDown() {
    var terms =
        terms(
            Method.DECLINING,
            Convention.FULL_MONTH,
            LocalDate.of(2020, 1, 2),
            120,
            new BigDecimal("0.25"));
    assertThat(sums(bought(terms, "100000.00"), 2021).values())
        .map(BigDecimal::toPlainString)
        .containsExactly("25000.00", "18750.00");
  }

  /**
   * A change in estimate spreads what stands over what remains (IAS 8.36), as two exam providers
   * show it: 120,000 with a residual of 20,000 over ten years, after two of them 15,000 and five
   * more years, is 17,000 a year (opentuition.com, question on IAS 16); 103,000 over four years,
   * 37,500 written down in two, then a residual of 15,000 and the same life, is 25,250 (BPP F3
   * workbook 2018-19, example 5).
   */
  @Test
  void newEstimateIsSpreadOverWhatRemains() {
    var machine =
        DepreciationSchedule.of(
            new Terms(
                Method.STRAIGHT_LINE,
                Convention.FULL_MONTH,
                LocalDate.of(2007, 4, 1),
                120,
                null,
                usd("20000.00"),
                null),
            Month.APRIL,
            List.of(
                new ValueEvent(
                    Kind.ACQUISITION, LocalDate.of(2007, 4, 1), usd("120000.00"), NOTHING)),
            Map.of(),
            List.of(new Revision(YearMonth.of(2009, 4), 84, usd("15000.00"))));
    assertThat(machine.chargedThrough(YearMonth.of(2009, 3))).isEqualTo(usd("20000.00"));
    assertThat(machine.chargedThrough(YearMonth.of(2010, 3))).isEqualTo(usd("37000.00"));
    assertThat(machine.end()).isEqualTo(YearMonth.of(2014, 3));
    assertThat(machine.chargedThrough(machine.end())).isEqualTo(usd("105000.00"));

    var second =
        DepreciationSchedule.of(
            new Terms(
                Method.STRAIGHT_LINE,
                Convention.FULL_MONTH,
                LocalDate.of(2003, 1, 1),
                48,
                null,
                usd("28000.00"),
                null),
            Month.JANUARY,
            List.of(
                new ValueEvent(
                    Kind.ACQUISITION, LocalDate.of(2003, 1, 1), usd("103000.00"), NOTHING)),
            Map.of(),
            List.of(new Revision(YearMonth.of(2005, 1), 48, usd("15000.00"))));
    assertThat(sums(second, 2006).values())
        .map(BigDecimal::toPlainString)
        .containsExactly("18750.00", "18750.00", "25250.00", "25250.00");
  }

  /** By days, as IAS 16.55 begins: 184 of 365 days of a year's 3,650.00 in 2025, worked out. */
  @Test
  void daysAreCountedWhereTheConventionSaysSo() {
    var terms = terms(Method.STRAIGHT_LINE, Convention.DAILY, LocalDate.of(2025, 7, 1), 120, null);
    var schedule = bought(terms, "36500.00");
    assertThat(schedule.chargedThrough(YearMonth.of(2025, 7))).isEqualTo(usd("310.00"));
    assertThat(schedule.chargedThrough(YearMonth.of(2025, 12))).isEqualTo(usd("1840.00"));
    assertThat(schedule.chargedThrough(YearMonth.of(2028, 12))).isEqualTo(usd("12790.00"));
    assertThat(schedule.disposal(LocalDate.of(2026, 1, 11), usd("36500.00")).charged())
        .isEqualByComparingTo("1940.00");
    assertThat(schedule.end()).isEqualTo(YearMonth.of(2035, 6));
    assertThat(schedule.chargedThrough(YearMonth.of(2035, 6))).isEqualTo(usd("36500.00"));
  }

  /** Half of the first fiscal year, when that begins in April. */
  @Test
  void fiscalYearsMayBeginInAnyMonth() {
    var terms =
        terms(Method.STRAIGHT_LINE, Convention.HALF_YEAR, LocalDate.of(2025, 2, 1), 60, null);
    var schedule =
        DepreciationSchedule.of(
            terms,
            Month.APRIL,
            List.of(new ValueEvent(Kind.ACQUISITION, terms.inServiceOn(), usd("6000.00"), NOTHING)),
            Map.of());
    assertThat(schedule.chargedThrough(YearMonth.of(2025, 2))).isEqualTo(usd("300.00"));
    assertThat(schedule.chargedThrough(YearMonth.of(2025, 3))).isEqualTo(usd("600.00"));
    assertThat(schedule.chargedThrough(YearMonth.of(2026, 3))).isEqualTo(usd("1800.00"));
    assertThat(schedule.end()).isEqualTo(YearMonth.of(2029, 9));
  }

  /** Whatever happens, nothing is lost: at the end the residual is left, to the cent. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyHistoryEndsWithTheResidual(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      Method method = random.nextBoolean() ? Method.STRAIGHT_LINE : Method.DECLINING;
      Convention convention = Convention.values()[random.nextInt(Convention.values().length)];
      int life = 13 + random.nextInt(100);
      Money residual = Money.of(random.nextInt(20) + ".37", "USD");
      LocalDate start = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(700));
      var terms =
          new Terms(
              method,
              convention,
              start,
              life,
              new BigDecimal("0." + (10 + random.nextInt(60))),
              residual,
              null);
      List<ValueEvent> events = new ArrayList<>();
      events.add(new ValueEvent(Kind.ACQUISITION, start, usd("1000.01"), NOTHING));
      LocalDate later = start.plusMonths(2 + random.nextInt(8));
      events.add(new ValueEvent(Kind.ADDITION, later, usd("333.33"), NOTHING));
      events.add(new ValueEvent(Kind.IMPAIRMENT, later.plusMonths(1), NOTHING, usd("50.05")));
      var schedule = DepreciationSchedule.of(terms, Month.JULY, events, Map.of());
      List<DepreciationSchedule.Line> lines = schedule.lines(schedule.end().plusMonths(1));
      assertThat(lines.get(lines.size() - 1).bookValue())
          .as("%s %s %s months from %s", method, convention, life, start)
          .isEqualTo(residual);
      assertThat(lines).noneMatch(line -> line.charge().isNegative());
      Money sum = NOTHING;
      for (DepreciationSchedule.Line line : lines) {
        sum = sum.plus(line.charge());
        assertThat(schedule.chargedThrough(line.month())).as("%s", line.month()).isEqualTo(sum);
      }
    }
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

  private static Map<Integer, BigDecimal> byYear(DepreciationSchedule schedule, int years) {
    return sums(schedule, FIRST_YEAR + years - 1);
  }

  private static Map<Integer, BigDecimal> sums(DepreciationSchedule schedule, int lastYear) {
    Map<Integer, BigDecimal> sums = new TreeMap<>();
    for (var line : schedule.lines(YearMonth.of(lastYear, 12))) {
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
