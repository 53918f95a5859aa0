package org.countinghouse.server.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.countinghouse.access.Actor;
import org.countinghouse.currency.RateBook;
import org.countinghouse.currency.RateQuote;
import org.countinghouse.organizations.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Exchange rates for the demo's years: invented, the same on every start, near what the euro was
 * worth. Their source says so, that nobody takes them for published ones.
 */
@Component
@Profile("demo")
class DemoRates {

  private static final String SOURCE = "Demo (invented)";
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final long SEED = 20260101;
  private static final int BASIS_POINTS_A_DAY_MAX = 40;
  private static final BigDecimal BASIS_POINT = new BigDecimal("0.0001");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 5;

  /** Where each currency begins, and is drawn back to. */
  private static final Map<String, BigDecimal> BEGIN =
      new TreeMap<>(
          Map.of(
              "USD", new BigDecimal("1.16"),
              "GBP", new BigDecimal("0.87"),
              "CHF", new BigDecimal("0.93"),
              "JPY", new BigDecimal("178")));

  private final RateBook book;
  private final Clock clock;

  DemoRates(RateBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /** On every weekday from the last ones before the first demo year until today. */
  void publish(Organization company, Actor by) {
    LocalDate today = LocalDate.now(clock.withZone(company.zone()));
    var random = new Random(SEED);
    Map<String, BigDecimal> now = new TreeMap<>(BEGIN);
    List<RateQuote> quotes = new ArrayList<>();
    LocalDate first = LocalDate.of(today.getYear() - 2, 12, 24);
    for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
      if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
        for (String currency : BEGIN.keySet()) {
          now.compute(currency, (code, rate) -> step(code, rate, random));
          quotes.add(
              new RateQuote(
                  EURO,
                  Currency.getInstance(currency),
                  day,
                  now.getOrDefault(currency, BigDecimal.ONE)));
        }
      }
    }
    book.record(company.id(), quotes, SOURCE, null, by);
  }

  private static BigDecimal step(String code, @Nullable BigDecimal rate, Random random) {
    BigDecimal begin = BEGIN.getOrDefault(code, BigDecimal.ONE);
    BigDecimal last = rate == null ? begin : rate;
    int drawn = random.nextInt(2 * BASIS_POINTS_A_DAY_MAX + 1) - BASIS_POINTS_A_DAY_MAX;
    BigDecimal moved = last.add(last.multiply(BASIS_POINT).multiply(BigDecimal.valueOf(drawn)));
    BigDecimal drawnBack = begin.subtract(moved).divide(HUNDRED, RoundingMode.HALF_UP);
    return moved.add(drawnBack).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
