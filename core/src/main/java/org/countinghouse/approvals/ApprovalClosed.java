package org.countinghouse.approvals;

import java.time.Instant;
import java.util.UUID;

/** A request was approved or rejected for good. Published once, in the deciding transaction. */
public record ApprovalClosed(
    UUID eventId,
    UUID organizationId,
    UUID requestId,
    String subjectType,
    UUID subjectId,
    ApprovalRequest.State state,
    Instant occurredAt) {}
