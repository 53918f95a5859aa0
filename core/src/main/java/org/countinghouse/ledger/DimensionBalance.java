package org.countinghouse.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What a cost centre or project moved on an account, in base currency.
 *
 * @param code of the cost centre or project
 * @param balance debits less credits
 */
public record DimensionBalance(
    String code,
    String account,
    String name,
    AccountType type,
    BigDecimal debit,
    BigDecimal credit,
    BigDecimal balance) {

  DimensionBalance in(Currency currency) {
    int scale = currency.getDefaultFractionDigits();
    return new DimensionBalance(
        code,
        account,
        name,
        type,
        debit.setScale(scale, RoundingMode.UNNECESSARY),
        credit.setScale(scale, RoundingMode.UNNECESSARY),
        balance.setScale(scale, RoundingMode.UNNECESSARY));
  }
}
