package org.countinghouse.workflows.approval;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals;
import org.springframework.stereotype.Component;

/** Keeps the administrator's task open until there is somebody who may decide. */
@Component
class CheckAppointment implements TaskListener {

  private final Approvals approvals;

  CheckAppointment(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public void notify(DelegateTask task) {
    ApprovalRequest request = approvals.byCorrelation(task.getProcessInstanceId());
    approvals.offer(request.id());
  }
}
