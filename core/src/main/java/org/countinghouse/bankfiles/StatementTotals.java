package org.countinghouse.bankfiles;

import java.math.BigDecimal;

/**
 * What was counted while a statement was read.
 *
 * @param entries all of them, booked or not
 * @param booked those that count
 * @param pending announced ones
 * @param transactions details listed below the entries
 * @param credits sum of the booked entries above zero, in the account's currency
 * @param debits sum of the booked entries below zero, without sign
 */
public record StatementTotals(
    int entries, int booked, int pending, int transactions, BigDecimal credits, BigDecimal debits) {

  /** What the booked entries change the balance by. */
  public BigDecimal movement() {
    return credits.subtract(debits);
  }
}
