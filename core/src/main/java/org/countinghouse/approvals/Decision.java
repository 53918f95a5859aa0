package org.countinghouse.approvals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided. Never changed.
 *
 * @param decidedBy the person
 * @param onBehalfOf the absent one this person stood in for
 * @param reason why rejected, or the evidence given on approval
 * @param contentHash of exactly what was decided on
 */
public record Decision(
    UUID id,
    UUID requestId,
    int level,
    String role,
    Verdict verdict,
    String decidedBy,
    @Nullable String onBehalfOf,
    @Nullable String reason,
    String contentHash,
    Instant decidedAt) {

  /** Which way it went. */
  public enum Verdict {
    APPROVED,
    REJECTED
  }
}
