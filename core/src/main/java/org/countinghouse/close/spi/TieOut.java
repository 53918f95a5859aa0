package org.countinghouse.close.spi;

import org.countinghouse.money.Money;

/**
 * A balance of the general ledger beside what it must equal.
 *
 * @param subledger who says so: {@code payables}
 * @param account the control account
 * @param ledgerBalance balance of the account, debit positive, in base currency
 * @param subledgerBalance sum of the subledger's open items, same sign
 */
public record TieOut(
    String subledger, String account, Money ledgerBalance, Money subledgerBalance) {

  /** What the ledger has more than the subledger. */
  public Money difference() {
    return ledgerBalance.minus(subledgerBalance);
  }

  /** Whether both are the same. */
  public boolean ties() {
    return difference().isZero();
  }
}
