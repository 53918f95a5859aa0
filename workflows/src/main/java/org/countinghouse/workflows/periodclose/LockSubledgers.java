package org.countinghouse.workflows.periodclose;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.close.ClosingReviews;
import org.countinghouse.close.ClosingRoutines;
import org.springframework.stereotype.Component;

/** Keeps the subledgers out of the month and says which routines there are to run. */
@Component("lockSubledgers")
class LockSubledgers implements JavaDelegate {

  private final ClosingReviews reviews;
  private final ClosingRoutines routines;
  private final ClosingOfProcess closingOf;

  LockSubledgers(ClosingReviews reviews, ClosingRoutines routines, ClosingOfProcess closingOf) {
    this.reviews = reviews;
    this.routines = routines;
    this.closingOf = closingOf;
  }

  @Override
  public void execute(DelegateExecution execution) {
    UUID closingId = closingOf.of(execution).id();
    reviews.lockSubledgers(closingId, Actor.system(PeriodCloseVariables.KEY));
    routines.begin(closingId);
    new PeriodCloseVariables(execution).planRoutines(routines.jobs());
  }
}
