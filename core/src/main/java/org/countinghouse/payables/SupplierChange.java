package org.countinghouse.payables;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new supplier, a new bank account or a blocked supplier to be let go, waiting for its second
 * person.
 *
 * @param number ours, such as {@code SC-00004}
 * @param accountId the account in question; null when it is about the whole supplier
 * @param reason where it comes from
 * @param preparedBy who completed the data; may not decide, nor may {@code requestedBy}
 * @param replaces whether the account, once verified, takes the place of the others
 * @param letterDocumentId what was written to the supplier about it
 * @param sourceDocumentId what asked for it, such as an invoice with another IBAN
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
    @Nullable String decisionReason,
    boolean replaces,
    @Nullable UUID letterDocumentId,
    @Nullable UUID sourceDocumentId) {

  /** What is to be verified. */
  public enum Kind {
    NEW_SUPPLIER,
    NEW_ACCOUNT,
    /** A blocked supplier is to be paid again. */
    UNBLOCK
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
