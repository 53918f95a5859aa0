package org.countinghouse.workflows.periodclose;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.close.Checklists;
import org.countinghouse.close.Closing;
import org.countinghouse.close.ClosingReviews;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.RowError;
import org.springframework.stereotype.Component;

/** Opens the month for postings again and keeps in words why the closing came back. */
@Component("returnToChecks")
class ReturnToChecks implements JavaDelegate {

  private static final int SHOWN_MAX = 20;

  private final ClosingReviews reviews;
  private final ClosingOfProcess closingOf;
  private final CloseApprover approver;
  private final Checklists checklists;
  private final Jobs jobs;

  ReturnToChecks(
      ClosingReviews reviews,
      ClosingOfProcess closingOf,
      CloseApprover approver,
      Checklists checklists,
      Jobs jobs) {
    this.reviews = reviews;
    this.closingOf = closingOf;
    this.approver = approver;
    this.checklists = checklists;
    this.jobs = jobs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var variables = new PeriodCloseVariables(execution);
    Closing closing = closingOf.of(execution);
    reviews.sendBack(closing.id(), why(variables, closing), Actor.system(PeriodCloseVariables.KEY));
  }

  /**
   * The latest of: what is open after the routines, what a job set aside, why the second person
   * refused, what the reviewer said.
   */
  private String why(PeriodCloseVariables variables, Closing closing) {
    if (variables.routinesLeftSomethingOpen()) {
      return String.join("\n", checklists.openLabels(closing.id()));
    }
    return variables
        .lastJobRunId()
        .map(
            run ->
                jobs.rowErrors(run, SHOWN_MAX).stream()
                    .map(RowError::message)
                    .collect(Collectors.joining("\n")))
        .or(() -> approver.rejection("period-close", closing.organizationId(), closing.id()))
        .filter(text -> !text.isBlank())
        .orElseGet(() -> variables.decidedBy().orElse("Review") + ": " + variables.remark());
  }
}
