package org.countinghouse.workflows.periodclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.countinghouse.access.Actor;
import org.countinghouse.close.AfterClose;
import org.countinghouse.close.Closing;
import org.springframework.stereotype.Component;

/** When the year was carried forward, that becomes evidence of the closing. */
@Component("noteYearEnd")
class NoteYearEnd implements ExecutionListener {

  private final AfterClose afterClose;
  private final ClosingOfProcess closingOf;

  NoteYearEnd(AfterClose afterClose, ClosingOfProcess closingOf) {
    this.afterClose = afterClose;
    this.closingOf = closingOf;
  }

  @Override
  public void notify(DelegateExecution execution) {
    var variables = new PeriodCloseVariables(execution);
    Closing closing = closingOf.of(execution);
    if (variables.jobCompletedWithoutExceptions()) {
      afterClose.yearCarriedForward(
          closing.id(), variables.jobRunId(), Actor.of(closing.preparedBy()));
      variables.lastJobRunId(null);
    } else {
      variables.lastJobRunId(variables.jobRunId());
    }
  }
}
