package org.countinghouse.currency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A rate as somebody publishes it.
 *
 * @param rate units of {@code quote} for one {@code base}: the ECB says EUR, USD, 1.1684
 */
public record RateQuote(Currency base, Currency quote, LocalDate publishedOn, BigDecimal rate) {

  @Override
  public String toString() {
    return "1 %s = %s %s on %s".formatted(base, rate.toPlainString(), quote, publishedOn);
  }
}
