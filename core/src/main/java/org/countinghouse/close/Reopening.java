package org.countinghouse.close;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closed month opened again. Life: requested → reopened → closed again | expired; or rejected.
 *
 * @param firstDay first day of the month
 * @param number what people call it: {@code REOPEN-2026-10-1}
 * @param expiresAt when the month is locked again by itself
 * @param requestedBy who asked; never approves
 * @param approvedBy the second person
 * @param remark how it ended: the closing that ended it, or why it was rejected
 */
public record Reopening(
    UUID id,
    UUID organizationId,
    LocalDate firstDay,
    int sequence,
    String number,
    State state,
    String reason,
    Instant expiresAt,
    String requestedBy,
    @Nullable String requestedFor,
    Instant requestedAt,
    @Nullable String approvedBy,
    @Nullable String approvedFor,
    @Nullable Instant approvedAt,
    @Nullable Instant endedAt,
    @Nullable String remark) {

  /** Where a reopening stands. */
  public enum State {
    REQUESTED,
    REOPENED,
    REJECTED,
    CLOSED_AGAIN,
    EXPIRED
  }

  /** The month. */
  public YearMonth period() {
    return YearMonth.from(firstDay);
  }
}
