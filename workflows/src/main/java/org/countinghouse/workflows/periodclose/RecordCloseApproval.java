package org.countinghouse.workflows.periodclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.close.Closing;
import org.countinghouse.close.Closings;
import org.countinghouse.workflows.engine.Modelled;
import org.countinghouse.workflows.engine.Raises;
import org.springframework.stereotype.Component;

/** Notes the second person's agreement with the closing, which checks once more who it is. */
@Raises("close.same-person")
@Component("recordCloseApproval")
class RecordCloseApproval implements JavaDelegate {

  private final Closings closings;
  private final ClosingOfProcess closingOf;
  private final CloseApprover approver;

  RecordCloseApproval(Closings closings, ClosingOfProcess closingOf, CloseApprover approver) {
    this.closings = closings;
    this.closingOf = closingOf;
    this.approver = approver;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Closing closing = closingOf.of(execution);
    Modelled.outcome(
        () ->
            closings.approve(
                closing.id(),
                approver.approver("period-close", closing.organizationId(), closing.id())));
  }
}
