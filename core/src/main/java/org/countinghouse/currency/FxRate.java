package org.countinghouse.currency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import org.countinghouse.money.Money;

/**
 * What one currency is worth in another.
 *
 * @param rate units of the wanted currency for one of the given; derived rates (inverse, cross,
 *     average) are rounded half up to {@value FxRates#DIGITS} significant digits
 * @param publishedOn the day it was published; of an average, the last day that counts
 * @param source who published it: {@code ECB}
 */
public record FxRate(BigDecimal rate, LocalDate publishedOn, String source) {

  /** The amount in the other currency, rounded half up to its minor unit. */
  public Money convert(Money amount, Currency to) {
    return Money.rounded(amount.amount().multiply(rate), to, RoundingMode.HALF_UP);
  }
}
