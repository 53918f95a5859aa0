package org.countinghouse.workflows.periodclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.close.Closings;
import org.springframework.stereotype.Component;

/** Tells whether the month that was closed is the last of its fiscal year. */
@Component("seeWhetherYearEnded")
class SeeWhetherYearEnded implements JavaDelegate {

  private final Closings closings;
  private final ClosingOfProcess closingOf;

  SeeWhetherYearEnded(Closings closings, ClosingOfProcess closingOf) {
    this.closings = closings;
    this.closingOf = closingOf;
  }

  @Override
  public void execute(DelegateExecution execution) {
    new PeriodCloseVariables(execution)
        .yearEnded(closings.fiscalYearEndedBy(closingOf.of(execution).id()));
  }
}
