package org.countinghouse.workflows.paymentrun;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.payments.PaymentReview;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentRuns;
import org.springframework.stereotype.Component;

/** Gives a rejected or refused run back, without what cannot be paid any more. */
@Component
class ReturnPaymentRun implements JavaDelegate {

  private final RunOfProcess process;
  private final PaymentRuns runs;
  private final PaymentReview review;

  ReturnPaymentRun(RunOfProcess process, PaymentRuns runs, PaymentReview review) {
    this.process = process;
    this.runs = runs;
    this.review = review;
  }

  @Override
  public void execute(DelegateExecution execution) {
    PaymentRun run = process.of(execution);
    runs.giveBack(run.id());
    review.leaveOutStale(run.id(), Actor.system("payments"));
  }
}
