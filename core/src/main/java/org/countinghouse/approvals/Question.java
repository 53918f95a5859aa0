package org.countinghouse.approvals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question of an approver to the makers, and the answer once there is one. */
public record Question(
    UUID id,
    UUID requestId,
    int level,
    String askedBy,
    String question,
    Instant askedAt,
    @Nullable String answeredBy,
    @Nullable String answer,
    @Nullable Instant answeredAt) {}
