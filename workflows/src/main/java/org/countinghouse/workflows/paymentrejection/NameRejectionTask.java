package org.countinghouse.workflows.paymentrejection;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.payments.Payment;
import org.countinghouse.payments.Payments;
import org.springframework.stereotype.Component;

/** Says in the task list whom the bank did not pay. */
@Component
class NameRejectionTask implements TaskListener {

  private static final int LIMIT = 1000;

  private final PaymentRejections rejections;
  private final Payments payments;

  NameRejectionTask(PaymentRejections rejections, Payments payments) {
    this.rejections = rejections;
    this.payments = payments;
  }

  @Override
  public void notify(DelegateTask task) {
    PaymentRejections.Answer answer = rejections.of(task.getExecution());
    List<Payment> refused = payments.ofAnswer(answer.organizationId(), answer.id(), LIMIT);
    String whom =
        refused.size() == 1
            ? refused.get(0).creditorName() + ", " + refused.get(0).amount()
            : refused.size() + " payments";
    task.setDescription(task.getName());
    task.setName("%s: %s, %s".formatted(task.getName(), answer.runNumber(), whom));
  }
}
