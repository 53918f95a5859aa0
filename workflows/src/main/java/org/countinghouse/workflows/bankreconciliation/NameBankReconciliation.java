package org.countinghouse.workflows.bankreconciliation;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says in the task list which bank account it is. */
@Component("nameBankReconciliation")
class NameBankReconciliation implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    String account = task.getExecution().getProcessBusinessKey();
    task.setName(task.getName() + ": " + account);
    task.setDescription("Bankbuchungen klären: " + account);
  }
}
