package org.countinghouse.procurement;

import org.countinghouse.money.Money;
import org.countinghouse.procurement.BudgetControl.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What a wording of an order asks of one budget, and what that budget has left; everything in base
 * currency.
 *
 * @param costCentre null: the lines name none, or the plan is for the account as a whole
 * @param plannedFor whether the budget in force plans for it at all
 * @param planned for the fiscal year
 * @param actual booked so far
 * @param committed ordered and not yet invoiced, the version in force of this order included
 * @param reserved asked for by other orders that wait for their approval or their buyer
 * @param requested by this wording, beyond the version in force
 * @param mode how strict it is
 */
public record BudgetRoom(
    int fiscalYear,
    String account,
    String accountName,
    @Nullable String costCentre,
    boolean plannedFor,
    Money planned,
    Money actual,
    Money committed,
    Money reserved,
    Money requested,
    Mode mode) {

  /** What is left before this wording. */
  public Money available() {
    return planned.minus(actual).minus(committed).minus(reserved);
  }

  /** What is left after it; negative when it is more than there is. */
  public Money left() {
    return available().minus(requested);
  }

  /** Whether it asks for more than there is. */
  public boolean isExceeded() {
    return requested.amount().signum() > 0 && left().isNegative();
  }

  /** Whether the order goes no further. */
  public boolean isBlocked() {
    return isExceeded() && mode == Mode.BLOCK;
  }

  /** Whether people have to be told. */
  public boolean isWarning() {
    return isExceeded() && mode == Mode.WARN;
  }
}
