package org.countinghouse.workflows.bankreconciliation;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.reconciliation.ReconciliationError;
import org.countinghouse.workflows.bankreconciliation.WaitingEntries.Waiting;
import org.springframework.stereotype.Component;

/** On completing: refuses while something waits, since nobody would be asked for it any more. */
@Component("requireNothingInSuspense")
class RequireNothingInSuspense implements TaskListener {

  private final WaitingEntries waiting;
  private final Organizations organizations;

  RequireNothingInSuspense(WaitingEntries waiting, Organizations organizations) {
    this.waiting = waiting;
    this.organizations = organizations;
  }

  @Override
  public void notify(DelegateTask task) {
    String account = task.getExecution().getProcessBusinessKey();
    Waiting left = waiting.of(organizations.byCode(task.getTenantId()).id(), account);
    if (left.any()) {
      throw ReconciliationError.STILL_OPEN.with(account, left.entries(), left.statements());
    }
  }
}
