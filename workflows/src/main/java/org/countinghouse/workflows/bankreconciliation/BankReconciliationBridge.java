package org.countinghouse.workflows.bankreconciliation;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.banking.StatementHeld;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.reconciliation.SuspenseChanged;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes a task of the first thing that waits for somebody on a bank account, and ends it when
 * nothing does; in the transaction that says so.
 */
@Component
class BankReconciliationBridge {

  static final String KEY = "bank-reconciliation";
  private static final String NOTHING_LEFT = "Msg_NothingInSuspense";

  private final Processes processes;
  private final RuntimeService runtime;
  private final Organizations organizations;
  private final BankAccounts accounts;
  private final WaitingEntries waiting;

  BankReconciliationBridge(
      Processes processes,
      RuntimeService runtime,
      Organizations organizations,
      BankAccounts accounts,
      WaitingEntries waiting) {
    this.processes = processes;
    this.runtime = runtime;
    this.organizations = organizations;
    this.accounts = accounts;
    this.waiting = waiting;
  }

  @EventListener
  void on(SuspenseChanged event) {
    follow(event.organizationId(), event.accountCode());
  }

  @EventListener
  void on(StatementHeld event) {
    UUID account = event.bankAccountId();
    follow(
        event.organizationId(),
        account == null ? WaitingEntries.UNKNOWN : accounts.require(account).code());
  }

  private void follow(UUID organizationId, String account) {
    String tenant = organizations.byId(organizationId).code();
    boolean anything = waiting.of(organizationId, account).any();
    boolean asked =
        processes.asSystem(
                () ->
                    runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .processInstanceBusinessKey(account)
                        .tenantIdIn(tenant)
                        .count())
            > 0;
    if (anything && !asked) {
      processes.start(KEY, organizationId, account, Map.of());
    } else if (!anything && asked) {
      processes.asSystem(
          () ->
              runtime
                  .createMessageCorrelation(NOTHING_LEFT)
                  .tenantId(tenant)
                  .processInstanceBusinessKey(account)
                  .correlateAllWithResult());
    }
  }
}
