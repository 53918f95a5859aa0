package org.countinghouse.workflows.paymentrun;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Decision;
import org.countinghouse.payments.PaymentRelease;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentRuns;
import org.countinghouse.workflows.engine.Modelled;
import org.springframework.stereotype.Component;

/**
 * Releases exactly what was approved. What that was and who said so is read from the approval: no
 * variable decides about either.
 */
@Component
class ReleasePayments implements JavaDelegate {

  private final RunOfProcess process;
  private final ApprovalHistory history;
  private final PaymentRelease release;
  private final PaymentRuns runs;

  ReleasePayments(
      RunOfProcess process, ApprovalHistory history, PaymentRelease release, PaymentRuns runs) {
    this.process = process;
    this.history = history;
    this.release = release;
    this.runs = runs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    PaymentRun run = process.of(execution);
    ApprovalHistory.Course course =
        history.of(run.organizationId(), PaymentRunProcess.SUBJECT, run.id());
    List<ApprovalRequest> requests = course.requests();
    ApprovalRequest last = requests.isEmpty() ? null : requests.get(requests.size() - 1);
    if (last == null || last.state() != ApprovalRequest.State.APPROVED) {
      throw new IllegalStateException(run.number() + " was not approved");
    }
    Decision decision = course.decisions().get(course.decisions().size() - 1);
    var checker = new Actor(decision.decidedBy(), decision.onBehalfOf());
    Modelled.outcome(() -> release.release(run.id(), last.contentHash(), checker));
    new PaymentRunVariables(execution).withBank(!runs.files(run.id()).isEmpty());
  }
}
