package org.countinghouse.workflows.paymentrejection;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.payments.BankAnswers;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.paymentrejection.PaymentRejectionVariables.Decision;
import org.springframework.stereotype.Component;

/** Takes what a person made of a rejection. */
@Component
class TakeRejectionDecision implements TaskListener {

  private final PaymentRejections rejections;
  private final BankAnswers answers;
  private final Access access;
  private final CurrentUser user;

  TakeRejectionDecision(
      PaymentRejections rejections, BankAnswers answers, Access access, CurrentUser user) {
    this.rejections = rejections;
    this.answers = answers;
    this.access = access;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    Actor by = user.require();
    PaymentRejections.Answer answer = rejections.of(task.getExecution());
    access.require(by, "payments.payment:answer", answer.organizationId());
    var variables = new PaymentRejectionVariables(task);
    String text = variables.takeText();
    boolean payAgain = variables.decision() == Decision.PAY_AGAIN;
    answers.resolve(answer.organizationId(), answer.id(), payAgain, text, by);
  }
}
