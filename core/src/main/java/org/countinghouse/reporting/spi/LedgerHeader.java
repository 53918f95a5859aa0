package org.countinghouse.reporting.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.organizations.Organization;
import org.jspecify.annotations.Nullable;

/**
 * Whose books are exported, and which part.
 *
 * @param from first day; null: from the very beginning. Where there is one, the first entry brings
 *     the balances forward
 * @param to last day
 * @param accounts the whole chart, by code
 */
public record LedgerHeader(
    Organization organization,
    @Nullable LocalDate from,
    LocalDate to,
    Instant madeAt,
    List<Account> accounts) {

  public LedgerHeader {
    accounts = List.copyOf(accounts);
  }

  /** An account as other programs need to know it. */
  public record Account(String code, String name, AccountType type) {

    /** The name plain-text accounting gives the accounts of this type. */
    public String root() {
      return switch (type) {
        case ASSET -> "Assets";
        case LIABILITY -> "Liabilities";
        case EQUITY -> "Equity";
        case INCOME -> "Income";
        case EXPENSE -> "Expenses";
      };
    }
  }
}
