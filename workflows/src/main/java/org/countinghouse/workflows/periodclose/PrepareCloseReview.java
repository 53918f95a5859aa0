package org.countinghouse.workflows.periodclose;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.close.ClosingReviews;
import org.springframework.stereotype.Component;

/** Freezes the figures and stores the workbook people review. */
@Component("prepareCloseReview")
class PrepareCloseReview implements JavaDelegate {

  private final ClosingReviews reviews;
  private final ClosingOfProcess closingOf;

  PrepareCloseReview(ClosingReviews reviews, ClosingOfProcess closingOf) {
    this.reviews = reviews;
    this.closingOf = closingOf;
  }

  @Override
  public void execute(DelegateExecution execution) {
    UUID closingId = closingOf.of(execution).id();
    Actor process = Actor.system(PeriodCloseVariables.KEY);
    reviews.prepareReview(closingId, process);
  }
}
