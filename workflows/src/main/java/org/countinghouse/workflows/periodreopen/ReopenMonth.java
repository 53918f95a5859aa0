package org.countinghouse.workflows.periodreopen;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.close.Reopening;
import org.countinghouse.close.Reopenings;
import org.countinghouse.workflows.engine.Modelled;
import org.countinghouse.workflows.engine.Raises;
import org.countinghouse.workflows.periodclose.CloseApprover;
import org.springframework.stereotype.Component;

/** Opens the month, as the second person agreed. */
@Raises("close.later-period-closed")
@Component("reopenMonth")
class ReopenMonth implements JavaDelegate {

  private final Reopenings reopenings;
  private final ReopeningOfProcess reopeningOf;
  private final CloseApprover approver;

  ReopenMonth(Reopenings reopenings, ReopeningOfProcess reopeningOf, CloseApprover approver) {
    this.reopenings = reopenings;
    this.reopeningOf = reopeningOf;
    this.approver = approver;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Reopening reopening = reopeningOf.of(execution);
    Modelled.outcome(
        () ->
            reopenings.approve(
                reopening.id(),
                approver.approver(
                    PeriodReopenVariables.KEY, reopening.organizationId(), reopening.id())));
  }
}
