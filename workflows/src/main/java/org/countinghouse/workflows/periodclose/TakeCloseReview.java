package org.countinghouse.workflows.periodclose;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.close.ClosingReviews;
import org.countinghouse.close.Closings;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.periodclose.PeriodCloseVariables.ReviewDecision;
import org.springframework.stereotype.Component;

/** On completing "Review the trial balance": submit it, or send it back with a reason. */
@Component("takeCloseReview")
class TakeCloseReview implements TaskListener {

  private final Closings closings;
  private final ClosingReviews reviews;
  private final ClosingOfProcess closingOf;
  private final CurrentUser user;

  TakeCloseReview(
      Closings closings, ClosingReviews reviews, ClosingOfProcess closingOf, CurrentUser user) {
    this.closings = closings;
    this.reviews = reviews;
    this.closingOf = closingOf;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    var variables = new PeriodCloseVariables(task.getExecution());
    UUID closingId = closingOf.of(task.getExecution()).id();
    if (variables.reviewDecision() == ReviewDecision.SUBMIT) {
      reviews.review(closingId, user.require());
    } else {
      closings.requireWorker(closingId, user.require());
      Closings.requireReason(variables.remark());
    }
    variables.decidedBy(user.require().username());
  }
}
