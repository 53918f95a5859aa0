package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.countinghouse.currency.FxRates;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a settlement moves. Everything has the item's sign: above zero we pay.
 *
 * @param amount of the item, in its currency
 * @param base the same at the rate the item was booked at
 * @param bank what moves on the bank account, in its currency
 * @param bankBase the same in base currency
 */
record SettlementAmounts(Money amount, Money base, Money bank, Money bankBase) {

  /** Where the difference goes; null where there is none. */
  record Accounts(String creditors, String bank, @Nullable String difference) {}

  /**
   * Works it out.
   *
   * @param bankAmount as recorded, without sign; null: by the rate of the day
   * @throws org.countinghouse.errors.BusinessException {@code payables.settlement-amount}, {@code
   *     payables.settlement-bank-amount}, {@code currency.rate-missing}, {@code
   *     money.too-many-decimals}
   */
  static SettlementAmounts of(
      DueItem item,
      BigDecimal wanted,
      Account bankAccount,
      @Nullable BigDecimal bankAmount,
      LocalDate day,
      FxRates rates) {
    Money unsigned = new Money(wanted, item.amount().currency());
    if (unsigned.amount().signum() <= 0 || unsigned.compareTo(item.open().abs()) > 0) {
      throw PayablesError.SETTLEMENT_AMOUNT.with(unsigned, item.documentNumber(), item.open());
    }
    Money amount = item.amount().isNegative() ? unsigned.negated() : unsigned;
    Currency base = item.baseAmount().currency();
    Currency kept = bankAccount.currency();
    Money bank = bank(item, amount, kept == null ? base : kept, bankAmount, day, rates);
    Money bankBase = rates.convert(item.organizationId(), bank, base, day);
    return new SettlementAmounts(amount, item.baseOf(amount), bank, bankBase);
  }

  private static Money bank(
      DueItem item,
      Money amount,
      Currency currency,
      @Nullable BigDecimal recorded,
      LocalDate day,
      FxRates rates) {
    if (recorded == null) {
      return rates.convert(item.organizationId(), amount, currency, day);
    }
    Money unsigned = new Money(recorded, currency);
    Money bank = amount.isNegative() ? unsigned.negated() : unsigned;
    boolean mustEqual = currency.equals(amount.currency());
    if (recorded.signum() <= 0 || (mustEqual && !bank.equals(amount))) {
      throw PayablesError.SETTLEMENT_BANK_AMOUNT.with(unsigned, amount.abs());
    }
    return bank;
  }

  /** Realized: what left the books at the old rate less what it took. Above zero a gain. */
  Money difference() {
    return base.minus(bankBase);
  }

  /** The journal: creditors, bank, and the difference where there is one. */
  List<DraftLine> lines(Accounts accounts) {
    List<DraftLine> lines = new ArrayList<>();
    lines.add(new DraftLine(accounts.creditors(), amount, base, null, null));
    lines.add(new DraftLine(accounts.bank(), bank.negated(), bankBase.negated(), null, null));
    String other = accounts.difference();
    if (other != null) {
      lines.add(new DraftLine(other, difference().negated(), difference().negated(), null, null));
    }
    return lines;
  }
}
