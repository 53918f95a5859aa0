package org.countinghouse.workflows.approval;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.Approvals.Offer;
import org.countinghouse.calendar.BusinessCalendar;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.workflows.engine.Modelled;
import org.countinghouse.workflows.engine.Raises;
import org.springframework.stereotype.Component;

/** Names who may decide at the current level, and by when, in working time of the organization. */
@Component
@Raises("approvals.no-approver")
class FindApprovers implements JavaDelegate {

  private final Approvals approvals;
  private final Organizations organizations;
  private final Clock clock;

  FindApprovers(Approvals approvals, Organizations organizations, Clock clock) {
    this.approvals = approvals;
    this.organizations = organizations;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Offer offer = Modelled.outcome(() -> approvals.offer(execution.getProcessInstanceId()));
    ApprovalRequest request = offer.request();
    BusinessCalendar calendar = organizations.calendar(request.organizationId());
    Instant now = clock.instant();
    var variables = new ApprovalVariables(execution);
    variables.keep(offer);
    variables.deadlines(
        calendar.plus(now, request.currentRule().remindAfter()),
        calendar.plus(now, request.currentRule().escalateAfter()));
  }
}
