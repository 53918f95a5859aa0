package org.countinghouse.workflows.periodclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.countinghouse.access.Actor;
import org.countinghouse.close.ClosingReviews;
import org.springframework.stereotype.Component;

/**
 * When a job activity ends: a proof becomes evidence of the checklist; a run that set something
 * aside is remembered, so that people see what.
 */
@Component("noteCloseJob")
class NoteCloseJob implements ExecutionListener {

  private final ClosingReviews reviews;
  private final ClosingOfProcess closingOf;

  NoteCloseJob(ClosingReviews reviews, ClosingOfProcess closingOf) {
    this.reviews = reviews;
    this.closingOf = closingOf;
  }

  @Override
  public void notify(DelegateExecution execution) {
    var variables = new PeriodCloseVariables(execution);
    if (variables.jobCompletedWithoutExceptions()) {
      reviews.proved(
          closingOf.of(execution).id(),
          Actor.system(PeriodCloseVariables.KEY),
          variables.jobRunId());
      variables.lastJobRunId(null);
    } else {
      variables.lastJobRunId(variables.jobRunId());
    }
  }
}
