package org.countinghouse.workflows.paymentrun;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentRuns;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/**
 * Takes what a person made of a proposal. What was changed in it was stored before, by {@code
 * /api/payments/runs/{id}/…}.
 */
@Component
class TakePaymentReview implements TaskListener {

  private final RunOfProcess process;
  private final PaymentRuns runs;
  private final Access access;
  private final CurrentUser user;

  TakePaymentReview(RunOfProcess process, PaymentRuns runs, Access access, CurrentUser user) {
    this.process = process;
    this.runs = runs;
    this.access = access;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    Actor by = user.require();
    PaymentRun run = process.of(task.getExecution());
    access.require(by, "payments.run:propose", run.organizationId());
    var variables = new PaymentRunVariables(task);
    String text = variables.takeText();
    switch (variables.reviewDecision()) {
      case SUBMIT -> runs.submit(run.id(), by);
      case GIVE_UP -> runs.giveUp(run.id(), text, by);
    }
  }
}
