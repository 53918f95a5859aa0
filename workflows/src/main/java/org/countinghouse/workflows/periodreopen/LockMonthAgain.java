package org.countinghouse.workflows.periodreopen;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.close.CloseCertificates;
import org.countinghouse.close.Reopening;
import org.countinghouse.close.Reopenings;
import org.springframework.stereotype.Component;

/** The time is up: locks the month and says whether its certificate still holds. */
@Component("lockMonthAgain")
class LockMonthAgain implements JavaDelegate {

  private final Reopenings reopenings;
  private final ReopeningOfProcess reopeningOf;
  private final CloseCertificates certificates;

  LockMonthAgain(
      Reopenings reopenings, ReopeningOfProcess reopeningOf, CloseCertificates certificates) {
    this.reopenings = reopenings;
    this.reopeningOf = reopeningOf;
    this.certificates = certificates;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var variables = new PeriodReopenVariables(execution);
    Reopening reopening = reopeningOf.of(execution);
    reopenings.expire(reopening.id(), Actor.system(PeriodReopenVariables.KEY));
    variables.figuresChanged(
        !certificates.isCurrent(reopening.organizationId(), reopening.period()));
  }
}
