package org.countinghouse.workflows.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.approvals.Approvals;
import org.springframework.stereotype.Component;

/** Tells those who were asked that they are late. */
@Component
class RemindApprovers implements JavaDelegate {

  private final Approvals approvals;

  RemindApprovers(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    approvals.remind(approvals.byCorrelation(execution.getProcessInstanceId()).id(), false);
  }
}
