package org.countinghouse.workflows.periodreopen;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.close.Reopening;
import org.countinghouse.close.Reopenings;
import org.countinghouse.workflows.periodclose.CloseApprover;
import org.springframework.stereotype.Component;

/** The month stays closed: the second person did not agree, or it cannot be opened any more. */
@Component("rejectReopening")
class RejectReopening implements JavaDelegate {

  private final Reopenings reopenings;
  private final ReopeningOfProcess reopeningOf;
  private final CloseApprover approver;

  RejectReopening(Reopenings reopenings, ReopeningOfProcess reopeningOf, CloseApprover approver) {
    this.reopenings = reopenings;
    this.reopeningOf = reopeningOf;
    this.approver = approver;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Reopening reopening = reopeningOf.of(execution);
    String key = PeriodReopenVariables.KEY;
    reopenings.reject(
        reopening.id(),
        approver
            .rejection(key, reopening.organizationId(), reopening.id())
            .orElse("It could not be opened any more."),
        approver
            .rejecter(key, reopening.organizationId(), reopening.id())
            .orElseGet(() -> Actor.system(key)));
  }
}
