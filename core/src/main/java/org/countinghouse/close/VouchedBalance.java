package org.countinghouse.close;

import org.countinghouse.money.Money;

/**
 * A balance a checklist item vouched for.
 *
 * @param account code of the account
 * @param then as of the end of the month when the item was done, debit positive, base currency
 * @param now the same balance now
 */
public record VouchedBalance(String account, Money then, Money now) {

  /** Whether anything was posted since that changed it. */
  public boolean hasMoved() {
    return !then.equals(now);
  }

  /** By how much. */
  public Money movement() {
    return now.minus(then);
  }
}
