package org.countinghouse.workflows.approval;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.Candidate;
import org.springframework.stereotype.Component;

/** Puts the task before everybody who may decide; nobody else can see it. */
@Component
class OfferDecision implements TaskListener {

  private final Approvals approvals;
  private final ApprovalHistory history;

  OfferDecision(Approvals approvals, ApprovalHistory history) {
    this.approvals = approvals;
    this.history = history;
  }

  @Override
  public void notify(DelegateTask task) {
    ApprovalRequest request = approvals.byCorrelation(task.getProcessInstanceId());
    history.candidates(request).stream().map(Candidate::username).forEach(task::addCandidateUser);
    // the title says whom it is about: "Elbe Papier GmbH, R-2026-00001"
    task.setName("Approve: %s".formatted(request.title()));
    task.setDescription(request.reference());
  }
}
