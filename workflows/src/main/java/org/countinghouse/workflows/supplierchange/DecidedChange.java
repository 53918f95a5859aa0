package org.countinghouse.workflows.supplierchange;

import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest.State;
import org.countinghouse.approvals.Decision;
import org.countinghouse.payables.SupplierChange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the second person decided, from the approval itself. */
@Component
class DecidedChange {

  private final ApprovalHistory history;

  DecidedChange(ApprovalHistory history) {
    this.history = history;
  }

  /** Who decided, and what was written down. */
  record Verdict(Actor by, @Nullable String reason) {}

  Verdict of(SupplierChange change, State expected) {
    ApprovalHistory.Course course =
        history.of(change.organizationId(), SupplierVerification.SUBJECT, change.id());
    if (course.requests().isEmpty()
        || course.requests().get(course.requests().size() - 1).state() != expected) {
      throw new IllegalStateException(change.number() + " is not " + expected);
    }
    Decision decision = course.decisions().get(course.decisions().size() - 1);
    return new Verdict(new Actor(decision.decidedBy(), decision.onBehalfOf()), decision.reason());
  }
}
