package org.countinghouse.consolidation;

import org.countinghouse.ledger.AccountType;
import org.jspecify.annotations.Nullable;

/**
 * An account of the group's own chart.
 *
 * @param purpose what a consolidation itself puts there; null for ordinary accounts
 */
public record GroupAccount(
    String code,
    String name,
    AccountType type,
    Translation translation,
    @Nullable GroupPurpose purpose) {

  /** Whether it holds what was earned and spent. */
  public boolean isResult() {
    return type == AccountType.INCOME || type == AccountType.EXPENSE;
  }
}
