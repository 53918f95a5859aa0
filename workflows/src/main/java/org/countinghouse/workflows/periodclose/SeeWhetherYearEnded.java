package org.countinghouse.workflows.periodclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.close.AfterClose;
import org.springframework.stereotype.Component;

/** Tells whether the month that was closed is the last of its fiscal year. */
@Component("seeWhetherYearEnded")
class SeeWhetherYearEnded implements JavaDelegate {

  private final AfterClose afterClose;
  private final ClosingOfProcess closingOf;

  SeeWhetherYearEnded(AfterClose afterClose, ClosingOfProcess closingOf) {
    this.afterClose = afterClose;
    this.closingOf = closingOf;
  }

  @Override
  public void execute(DelegateExecution execution) {
    new PeriodCloseVariables(execution)
        .yearEnded(afterClose.fiscalYearEndedBy(closingOf.of(execution).id()));
  }
}
