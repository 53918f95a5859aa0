package org.countinghouse.workflows.approval;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.approvals.ApprovalDecisions;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/** Takes the makers' answer; afterwards the level is asked again. */
@Component
class TakeAnswer implements TaskListener {

  private final Approvals approvals;
  private final ApprovalDecisions decisions;
  private final CurrentUser user;

  TakeAnswer(Approvals approvals, ApprovalDecisions decisions, CurrentUser user) {
    this.approvals = approvals;
    this.decisions = decisions;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    ApprovalRequest request = approvals.byCorrelation(task.getProcessInstanceId());
    decisions.answer(request.id(), new ApprovalVariables(task).takeText(), user.require());
  }
}
