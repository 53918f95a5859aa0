package org.countinghouse.currency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import org.countinghouse.money.Money;

/**
 * What one currency is worth in another, as an exact fraction: the inverse of 1.20 has no last
 * digit, and 27.775 must not become 27.77 by a rounded one.
 *
 * @param units of the wanted currency
 * @param per so many units of the given one
 * @param publishedOn the day it was published; of an average, the last day that counts
 * @param source who published it: {@code ECB}
 */
public record FxRate(BigDecimal units, BigDecimal per, LocalDate publishedOn, String source) {

  /** A rate stated as a decimal: units of the wanted currency for one of the given. */
  public FxRate(BigDecimal rate, LocalDate publishedOn, String source) {
    this(rate, BigDecimal.ONE, publishedOn, source);
  }

  /**
   * Units of the wanted currency for one of the given; rates that are derived (inverse, cross) are
   * rounded half up to {@value FxRates#DIGITS} significant digits.
   */
  public BigDecimal rate() {
    return per.compareTo(BigDecimal.ONE) == 0 ? units : units.divide(per, FxRates.PRECISION);
  }

  /** The amount in the other currency, rounded once, half up, to its minor unit. */
  public Money convert(Money amount, Currency to) {
    BigDecimal exact = amount.amount().multiply(units);
    return new Money(exact.divide(per, to.getDefaultFractionDigits(), RoundingMode.HALF_UP), to);
  }
}
