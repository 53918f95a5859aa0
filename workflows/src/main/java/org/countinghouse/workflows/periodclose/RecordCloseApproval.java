package org.countinghouse.workflows.periodclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.close.Closing;
import org.countinghouse.close.ClosingReviews;
import org.countinghouse.workflows.engine.Modelled;
import org.countinghouse.workflows.engine.Raises;
import org.springframework.stereotype.Component;

/** Notes the second person's agreement with the closing, which checks once more who it is. */
@Raises("close.same-person")
@Component("recordCloseApproval")
class RecordCloseApproval implements JavaDelegate {

  private final ClosingReviews reviews;
  private final ClosingOfProcess closingOf;
  private final CloseApprover approver;

  RecordCloseApproval(ClosingReviews reviews, ClosingOfProcess closingOf, CloseApprover approver) {
    this.reviews = reviews;
    this.closingOf = closingOf;
    this.approver = approver;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Closing closing = closingOf.of(execution);
    Modelled.outcome(
        () ->
            reviews.approve(
                closing.id(),
                approver.approver("period-close", closing.organizationId(), closing.id())));
  }
}
