package org.countinghouse.workflows.periodclose;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Decision;
import org.springframework.stereotype.Component;

/** Reads from the approvals who decided in the end, instead of believing a process variable. */
@Component
public class CloseApprover {

  private final ApprovalHistory history;

  CloseApprover(ApprovalHistory history) {
    this.history = history;
  }

  /**
   * Who gave the last agreement of the newest request.
   *
   * @throws IllegalStateException when that request is not approved
   */
  public Actor approver(String subjectType, UUID organizationId, UUID subjectId) {
    return newest(subjectType, organizationId, subjectId, ApprovalRequest.State.APPROVED)
        .map(decision -> new Actor(decision.decidedBy(), decision.onBehalfOf()))
        .orElseThrow(() -> new IllegalStateException(subjectType + " is not approved"));
  }

  /** Who rejected the newest request and why; empty when it is not rejected. */
  public Optional<String> rejection(String subjectType, UUID organizationId, UUID subjectId) {
    return newest(subjectType, organizationId, subjectId, ApprovalRequest.State.REJECTED)
        .map(decision -> decision.decidedBy() + ": " + decision.reason());
  }

  /** Who rejected the newest request. */
  public Optional<Actor> rejecter(String subjectType, UUID organizationId, UUID subjectId) {
    return newest(subjectType, organizationId, subjectId, ApprovalRequest.State.REJECTED)
        .map(decision -> new Actor(decision.decidedBy(), decision.onBehalfOf()));
  }

  private Optional<Decision> newest(
      String subjectType, UUID organizationId, UUID subjectId, ApprovalRequest.State state) {
    ApprovalHistory.Course course = history.of(organizationId, subjectType, subjectId);
    List<ApprovalRequest> requests = course.requests();
    if (requests.isEmpty() || requests.get(requests.size() - 1).state() != state) {
      return Optional.empty();
    }
    UUID requestId = requests.get(requests.size() - 1).id();
    return course.decisions().stream()
        .filter(decision -> decision.requestId().equals(requestId))
        .reduce((earlier, later) -> later);
  }
}
