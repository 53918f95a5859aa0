package org.countinghouse.ledger;

import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line to be posted.
 *
 * @param account code of the account
 * @param amount in the currency of the business; debit positive, credit negative
 * @param baseAmount the same in the organization's base currency, same sign
 * @param costCentre code of the cost centre, where one applies
 * @param project code of the project, where one applies
 * @param text what the line is for; null: the journal's description says it
 */
public record DraftLine(
    String account,
    Money amount,
    Money baseAmount,
    @Nullable String costCentre,
    @Nullable String project,
    @Nullable String text) {

  /** A line of no project. */
  public DraftLine(
      String account,
      Money amount,
      Money baseAmount,
      @Nullable String costCentre,
      @Nullable String text) {
    this(account, amount, baseAmount, costCentre, null, text);
  }

  /** A debit in base currency. */
  public static DraftLine debit(String account, Money amount) {
    return new DraftLine(account, amount, amount, null, null);
  }

  /** A credit in base currency; the amount is given without sign. */
  public static DraftLine credit(String account, Money amount) {
    return new DraftLine(account, amount.negated(), amount.negated(), null, null);
  }

  /** The same for this cost centre. */
  public DraftLine at(@Nullable String where) {
    return new DraftLine(account, amount, baseAmount, where, project, text);
  }

  /** The same for this project. */
  public DraftLine forProject(@Nullable String undertaking) {
    return new DraftLine(account, amount, baseAmount, costCentre, undertaking, text);
  }

  /** The same with a text of its own. */
  public DraftLine saying(@Nullable String what) {
    return new DraftLine(account, amount, baseAmount, costCentre, project, what);
  }
}
