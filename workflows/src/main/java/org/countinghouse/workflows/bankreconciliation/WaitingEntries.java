package org.countinghouse.workflows.bankreconciliation;

import java.util.UUID;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.banking.BankStatements;
import org.countinghouse.banking.Statement;
import org.countinghouse.banking.StatementFilter;
import org.countinghouse.reconciliation.Reconciliation;
import org.springframework.stereotype.Component;

/** What waits for somebody on a bank account. */
@Component
class WaitingEntries {

  /** In place of an account's code: statements of no account of ours. */
  static final String UNKNOWN = "UNKNOWN";

  private static final int SHOWN_MAX = 1000;

  private final Reconciliation reconciliation;
  private final BankStatements statements;
  private final BankAccounts accounts;

  WaitingEntries(Reconciliation reconciliation, BankStatements statements, BankAccounts accounts) {
    this.reconciliation = reconciliation;
    this.statements = statements;
    this.accounts = accounts;
  }

  /** So many entries nobody explained, and statements that are held. */
  record Waiting(int entries, int statements) {

    boolean any() {
      return entries > 0 || statements > 0;
    }
  }

  Waiting of(UUID organizationId, String account) {
    if (account.equals(UNKNOWN)) {
      long held =
          statements
              .list(new StatementFilter(organizationId, null, Statement.State.HELD, SHOWN_MAX))
              .stream()
              .filter(statement -> statement.bankAccountId() == null)
              .count();
      return new Waiting(0, (int) held);
    }
    UUID id = accounts.require(organizationId, account).id();
    int held =
        statements
            .list(new StatementFilter(organizationId, id, Statement.State.HELD, SHOWN_MAX))
            .size();
    return new Waiting(reconciliation.count(organizationId, id), held);
  }
}
