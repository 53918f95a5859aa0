package org.countinghouse.workflows.periodclose;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.close.Closings;
import org.springframework.stereotype.Component;

/** Keeps the subledgers out, freezes the figures and stores the workbook people review. */
@Component("prepareCloseReview")
class PrepareCloseReview implements JavaDelegate {

  private final Closings closings;
  private final ClosingOfProcess closingOf;

  PrepareCloseReview(Closings closings, ClosingOfProcess closingOf) {
    this.closings = closings;
    this.closingOf = closingOf;
  }

  @Override
  public void execute(DelegateExecution execution) {
    UUID closingId = closingOf.of(execution).id();
    Actor process = Actor.system(PeriodCloseVariables.KEY);
    closings.lockSubledgers(closingId, process);
    closings.prepareReview(closingId, process);
  }
}
