package org.countinghouse.revaluation;

import org.countinghouse.currency.FxRate;
import org.countinghouse.money.Money;

/**
 * What one account holds in one foreign currency at a month's end. Debit positive throughout.
 *
 * @param balance in the foreign currency
 * @param bookValue what it was booked at, in base currency
 * @param rate base currency for one of the foreign, as of the month's last day
 * @param worth the balance at that rate, in base currency
 * @param posted valuation of this month that is in the books already, in base currency
 */
public record Position(
    String account, Money balance, Money bookValue, FxRate rate, Money worth, Money posted) {

  /** What the month's end must show beside the book value: worth less book value. */
  public Money valuation() {
    return worth.minus(bookValue);
  }

  /** What is still to be posted for that; zero when nothing is. */
  public Money due() {
    return valuation().minus(posted);
  }

  /** The part of a valuation that is a gain; not negative. */
  static Money gain(Money valuation) {
    return valuation.isNegative() ? Money.zero(valuation.currency()) : valuation;
  }

  /** The part of a valuation that is a loss; not negative. */
  static Money loss(Money valuation) {
    return gain(valuation.negated());
  }
}
