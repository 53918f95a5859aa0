package org.countinghouse.workflows.approval;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals.Offer;
import org.countinghouse.approvals.Candidate;
import org.springframework.stereotype.Component;

/** Puts the task before everybody who may decide; nobody else can see it. */
@Component
class OfferDecision implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    Offer offer = new ApprovalVariables(task).offer();
    ApprovalRequest request = offer.request();
    offer.candidates().stream().map(Candidate::username).forEach(task::addCandidateUser);
    // the title says whom it is about: "Elbe Papier GmbH, R-2026-00001"
    task.setName("Approve: %s".formatted(request.title()));
    task.setDescription(request.reference());
  }
}
