package org.countinghouse.workflows.periodclose;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.countinghouse.access.Actor;
import org.countinghouse.close.Closing;
import org.countinghouse.close.ClosingRoutines;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.RowError;
import org.springframework.stereotype.Component;

/** When a routine ends, what it left and what its job set aside become evidence. */
@Component("noteRoutine")
class NoteRoutine implements ExecutionListener {

  private static final int SHOWN_MAX = 50;

  private final ClosingRoutines routines;
  private final ClosingOfProcess closingOf;
  private final Jobs jobs;

  NoteRoutine(ClosingRoutines routines, ClosingOfProcess closingOf, Jobs jobs) {
    this.routines = routines;
    this.closingOf = closingOf;
    this.jobs = jobs;
  }

  @Override
  public void notify(DelegateExecution execution) {
    var variables = new PeriodCloseVariables(execution);
    Closing closing = closingOf.of(execution);
    UUID run = variables.jobRunId();
    List<RowError> setAside =
        variables.jobCompletedWithoutExceptions() ? List.of() : jobs.rowErrors(run, SHOWN_MAX);
    routines.ended(closing.id(), variables.job(), run, setAside, Actor.of(closing.preparedBy()));
  }
}
