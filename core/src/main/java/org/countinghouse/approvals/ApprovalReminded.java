package org.countinghouse.approvals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** People have a decision to take that is overdue. */
public record ApprovalReminded(
    UUID eventId,
    UUID organizationId,
    UUID requestId,
    String reference,
    List<String> usernames,
    boolean escalated,
    Instant occurredAt) {}
