package org.countinghouse.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * One account of a trial balance, in base currency.
 *
 * @param debit all debits
 * @param credit all credits
 */
public record TrialBalanceRow(
    String account, String name, AccountType type, BigDecimal debit, BigDecimal credit) {

  TrialBalanceRow in(Currency currency) {
    int scale = currency.getDefaultFractionDigits();
    return new TrialBalanceRow(
        account,
        name,
        type,
        debit.setScale(scale, RoundingMode.UNNECESSARY),
        credit.setScale(scale, RoundingMode.UNNECESSARY));
  }

  /** Debits less credits: positive when the account stands on the debit side. */
  public BigDecimal balance() {
    return debit.subtract(credit);
  }
}
