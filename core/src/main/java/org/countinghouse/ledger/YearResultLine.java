package org.countinghouse.ledger;

import java.util.Currency;
import org.countinghouse.money.Money;

/**
 * What an income or expense account moved in a fiscal year and was not carried forward yet.
 *
 * @param amount in the currency of the business; debit positive
 * @param baseAmount the same in base currency; its sign may differ, since rates moved meanwhile
 */
public record YearResultLine(
    String account, String name, AccountType type, Money amount, Money baseAmount) {

  static YearResultLine of(YearEndMapper.ResultRow row, Currency base) {
    return new YearResultLine(
        row.account(),
        row.name(),
        row.type(),
        new Money(row.amount(), Currency.getInstance(row.currency())),
        new Money(row.baseAmount(), base));
  }

  /** The sum in base currency. */
  public static Money total(Iterable<YearResultLine> lines, Currency base) {
    Money total = Money.zero(base);
    for (YearResultLine line : lines) {
      total = total.plus(line.baseAmount());
    }
    return total;
  }
}
