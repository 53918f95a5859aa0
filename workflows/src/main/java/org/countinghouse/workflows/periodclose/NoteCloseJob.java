package org.countinghouse.workflows.periodclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.countinghouse.access.Actor;
import org.countinghouse.close.Closings;
import org.springframework.stereotype.Component;

/**
 * When a job activity ends: a proof becomes evidence of the checklist; a run that set something
 * aside is remembered, so that people see what.
 */
@Component("noteCloseJob")
class NoteCloseJob implements ExecutionListener {

  private final Closings closings;
  private final ClosingOfProcess closingOf;

  NoteCloseJob(Closings closings, ClosingOfProcess closingOf) {
    this.closings = closings;
    this.closingOf = closingOf;
  }

  @Override
  public void notify(DelegateExecution execution) {
    var variables = new PeriodCloseVariables(execution);
    if (variables.jobCompletedWithoutExceptions()) {
      closings.proved(
          closingOf.of(execution).id(),
          Actor.system(PeriodCloseVariables.KEY),
          variables.jobRunId());
      variables.lastJobRunId(null);
    } else {
      variables.lastJobRunId(variables.jobRunId());
    }
  }
}
