package org.countinghouse.verification;

import java.util.List;

/**
 * What one check found.
 *
 * @param check its file below {@code db/verify/}, without ending: {@code ledger/journals-balance}
 * @param proves what holds when there is no violation
 * @param violations the first ones, one line each
 * @param isComplete false when there are more than are listed
 */
public record CheckResult(
    String check, String proves, List<String> violations, boolean isComplete) {

  public CheckResult {
    violations = List.copyOf(violations);
  }

  /** Whether what the check proves holds. */
  public boolean holds() {
    return violations.isEmpty();
  }
}
