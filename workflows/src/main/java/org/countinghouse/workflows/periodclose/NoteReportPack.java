package org.countinghouse.workflows.periodclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.countinghouse.access.Actor;
import org.countinghouse.close.AfterClose;
import org.countinghouse.close.Closing;
import org.springframework.stereotype.Component;

/** When the reports were packed, what the pack holds becomes evidence of the closing. */
@Component("noteReportPack")
class NoteReportPack implements ExecutionListener {

  private final AfterClose afterClose;
  private final ClosingOfProcess closingOf;

  NoteReportPack(AfterClose afterClose, ClosingOfProcess closingOf) {
    this.afterClose = afterClose;
    this.closingOf = closingOf;
  }

  @Override
  public void notify(DelegateExecution execution) {
    var variables = new PeriodCloseVariables(execution);
    Closing closing = closingOf.of(execution);
    afterClose.reportsPacked(closing.id(), variables.jobRunId(), Actor.of(closing.preparedBy()));
    variables.lastJobRunId(variables.jobCompletedWithoutExceptions() ? null : variables.jobRunId());
  }
}
