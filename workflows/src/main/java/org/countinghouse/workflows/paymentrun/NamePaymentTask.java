package org.countinghouse.workflows.paymentrun;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.payments.PaymentReview;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.RunTotals;
import org.springframework.stereotype.Component;

/** Says in the task list which run it is, and how much it comes to. */
@Component
class NamePaymentTask implements TaskListener {

  private final RunOfProcess process;
  private final PaymentReview review;

  NamePaymentTask(RunOfProcess process, PaymentReview review) {
    this.process = process;
    this.review = review;
  }

  @Override
  public void notify(DelegateTask task) {
    PaymentRun run = process.of(task.getExecution());
    RunTotals totals = review.totals(run.id());
    task.setDescription(
        "%s: %d payments, %s, on %s"
            .formatted(run.number(), totals.payments(), totals.base(), run.payOn()));
    task.setName("%s: %s, %s".formatted(task.getName(), run.number(), totals.base()));
  }
}
