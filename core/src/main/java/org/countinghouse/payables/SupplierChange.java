package org.countinghouse.payables;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new supplier or a new bank account that waits for its second person.
 *
 * @param number ours, such as {@code SC-00004}
 * @param accountId the account in question; null when a supplier is new
 * @param reason where it comes from
 * @param preparedBy who completed the data; may not decide, nor may {@code requestedBy}
 */
public record SupplierChange(
    UUID id,
    UUID organizationId,
    String number,
    UUID supplierId,
    Kind kind,
    @Nullable UUID accountId,
    String reason,
    State state,
    String requestedBy,
    Instant requestedAt,
    @Nullable String preparedBy,
    @Nullable String decidedBy,
    @Nullable String decisionReason) {

  /** What is new. */
  public enum Kind {
    NEW_SUPPLIER,
    NEW_ACCOUNT
  }

  /** Where the change stands. */
  public enum State {
    OPEN,
    VERIFIED,
    REJECTED,
    /** The candidate turned out to be a supplier we have. */
    MERGED
  }
}
