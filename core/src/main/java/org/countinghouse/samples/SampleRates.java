package org.countinghouse.samples;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Invented reference rates of the euro for every weekday, near those of 2025, the same for the same
 * seed. A day without rates has those of the last day before.
 */
public final class SampleRates implements SampleYear.Rates {

  /** Significant digits of a published rate. */
  private static final MathContext PUBLISHED = new MathContext(5, RoundingMode.HALF_UP);

  private static final MathContext EXACT = MathContext.DECIMAL64;

  private final TreeMap<LocalDate, Map<String, BigDecimal>> perEuro = new TreeMap<>();

  /** Rates from one day to another; the first day is always published. */
  public SampleRates(LocalDate from, LocalDate to, long seed) {
    var random = new Random(seed);
    BigDecimal dollars = new BigDecimal("1.0850");
    BigDecimal pounds = new BigDecimal("0.84500");
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      boolean weekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      if (weekend && !day.equals(from)) {
        continue;
      }
      dollars = next(dollars, "1.0850", random);
      pounds = next(pounds, "0.84500", random);
      perEuro.put(day, Map.of("EUR", BigDecimal.ONE, "USD", dollars, "GBP", pounds));
    }
  }

  /** A small step, drawn back to where it came from so that it never runs away. */
  private static BigDecimal next(BigDecimal rate, String home, Random random) {
    BigDecimal step = BigDecimal.valueOf(random.nextInt(81) - 40, 4);
    BigDecimal back = new BigDecimal(home).subtract(rate).multiply(new BigDecimal("0.02"));
    return rate.add(rate.multiply(step)).add(back).round(PUBLISHED);
  }

  /**
   * Units of one currency per unit of another, by the last rates on or before the day.
   *
   * @throws IllegalArgumentException before the first day or for an unknown currency
   */
  @Override
  public BigDecimal rate(Currency from, Currency to, LocalDate on) {
    if (from.equals(to)) {
      return BigDecimal.ONE;
    }
    var published = perEuro.floorEntry(on);
    if (published == null) {
      throw new IllegalArgumentException("no rates on " + on);
    }
    return perEuro(published.getValue(), to).divide(perEuro(published.getValue(), from), EXACT);
  }

  private static BigDecimal perEuro(Map<String, BigDecimal> rates, Currency currency) {
    BigDecimal rate = rates.get(currency.getCurrencyCode());
    if (rate == null) {
      throw new IllegalArgumentException("no rates of " + currency);
    }
    return rate;
  }

  /** All rates as the European Central Bank's CSV has them, newest first. */
  public String ecbCsv() {
    var csv = new StringBuilder("Date,USD,GBP,\n");
    perEuro
        .descendingMap()
        .forEach(
            (day, rates) ->
                csv.append(day)
                    .append(',')
                    .append(rates.get("USD"))
                    .append(',')
                    .append(rates.get("GBP"))
                    .append(",\n"));
    return csv.toString();
  }
}
