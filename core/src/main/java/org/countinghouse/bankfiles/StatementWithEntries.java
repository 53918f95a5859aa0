package org.countinghouse.bankfiles;

import java.util.List;

/**
 * A statement with its entries in memory, for files known to be small.
 *
 * @param statement balances, totals and findings
 * @param entries in the file's order
 */
public record StatementWithEntries(BankStatement statement, List<BankEntry> entries) {

  public StatementWithEntries {
    entries = List.copyOf(entries);
  }
}
