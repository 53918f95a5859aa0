package org.countinghouse.procurement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens when an order asks for more than its budget has left.
 *
 * @param budget code of the plan
 * @param account null: every account
 * @param costCentre null: every cost centre
 */
public record BudgetControl(
    UUID organizationId,
    String budget,
    @Nullable String account,
    @Nullable String costCentre,
    Mode mode) {

  /** How strict a budget is. */
  public enum Mode {
    /** The order goes no further. */
    BLOCK,
    /** The order goes on, and whoever asks and approves is told. */
    WARN,
    /** Nobody is told. */
    IGNORE
  }

  /** Whether it says anything about this account and cost centre. */
  boolean covers(String onAccount, @Nullable String onCostCentre) {
    return (account == null || account.equals(onAccount))
        && (costCentre == null || costCentre.equals(onCostCentre));
  }

  /** An account says more than a cost centre, both together say most. */
  int specificity() {
    return (account == null ? 0 : 2) + (costCentre == null ? 0 : 1);
  }
}
