package org.countinghouse.workflows.approval;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals;
import org.springframework.stereotype.Component;

/** Puts the question to those who prepared what is asked about. */
@Component
class AskMakers implements TaskListener {

  /** Answers where the product itself prepared everything. */
  private static final String FALLBACK_ROLE = "administrator";

  private final Approvals approvals;

  AskMakers(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public void notify(DelegateTask task) {
    ApprovalRequest request = approvals.byCorrelation(task.getProcessInstanceId());
    request.makers().forEach(task::addCandidateUser);
    if (request.makers().isEmpty()) {
      task.addCandidateGroup(FALLBACK_ROLE);
    }
    task.setName("Answer: %s".formatted(request.title()));
    task.setDescription(request.reference());
  }
}
