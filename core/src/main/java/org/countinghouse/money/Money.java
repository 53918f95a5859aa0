package org.countinghouse.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An exact amount of one currency, always at the currency's own scale (ISO 4217), so that {@code
 * equals} means equal.
 *
 * @param amount in major units (euro, not cent)
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

  /**
   * @throws org.countinghouse.errors.BusinessException {@code money.too-many-decimals} when the
   *     amount does not fit the currency's scale
   */
  public Money {
    int scale = currency.getDefaultFractionDigits();
    if (amount.stripTrailingZeros().scale() > scale) {
      throw MoneyError.TOO_MANY_DECIMALS.with(amount.toPlainString(), currency);
    }
    amount = amount.setScale(scale, RoundingMode.UNNECESSARY);
  }

  /** The amount in the currency of this ISO 4217 code. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  /** Nothing, in this currency. */
  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** The amount brought to the currency's scale by the named rounding. */
  public static Money rounded(BigDecimal amount, Currency currency, RoundingMode rounding) {
    return new Money(amount.setScale(currency.getDefaultFractionDigits(), rounding), currency);
  }

  /** This and the other together. */
  public Money plus(Money other) {
    requireSame(other);
    return new Money(amount.add(other.amount), currency);
  }

  /** This less the other. */
  public Money minus(Money other) {
    requireSame(other);
    return new Money(amount.subtract(other.amount), currency);
  }

  /** The same amount with the other sign. */
  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** The amount without its sign. */
  public Money abs() {
    return amount.signum() < 0 ? negated() : this;
  }

  /** This times the factor; a lossy step names its rounding. */
  public Money times(BigDecimal factor, RoundingMode rounding) {
    return rounded(amount.multiply(factor), currency, rounding);
  }

  /**
   * Parts in proportion to the shares that sum to exactly this. Each part is cut towards zero; the
   * units left over go one by one to the largest remainders, the earlier share first.
   */
  public List<Money> split(List<BigDecimal> shares) {
    BigDecimal whole = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (whole.signum() <= 0 || shares.stream().anyMatch(share -> share.signum() < 0)) {
      throw MoneyError.NO_SHARES.with(this);
    }
    BigInteger units = amount.unscaledValue();
    List<BigInteger> parts = new ArrayList<>();
    List<BigDecimal> remainders = new ArrayList<>();
    BigInteger given = BigInteger.ZERO;
    for (BigDecimal share : shares) {
      BigDecimal[] cut = new BigDecimal(units.abs()).multiply(share).divideAndRemainder(whole);
      parts.add(cut[0].toBigIntegerExact());
      remainders.add(cut[1]);
      given = given.add(cut[0].toBigIntegerExact());
    }
    int left = units.abs().subtract(given).intValueExact();
    IntStream.range(0, shares.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
        .limit(left)
        .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
    return parts.stream()
        .map(part -> units.signum() < 0 ? part.negate() : part)
        .map(part -> new Money(new BigDecimal(part, amount.scale()), currency))
        .toList();
  }

  /** Whether there is nothing. */
  public boolean isZero() {
    return amount.signum() == 0;
  }

  /** Whether the amount is below zero. */
  public boolean isNegative() {
    return amount.signum() < 0;
  }

  @Override
  public int compareTo(Money other) {
    requireSame(other);
    return amount.compareTo(other.amount);
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }

  private void requireSame(Money other) {
    if (!currency.equals(other.currency)) {
      throw MoneyError.CURRENCY_MISMATCH.with(this, other);
    }
  }
}
