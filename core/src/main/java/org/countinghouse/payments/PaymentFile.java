package org.countinghouse.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that orders a bank to pay; one per run, bank account and format.
 *
 * @param messageId what the bank's answers call it
 * @param name as it lies in the outbox channel {@code payments}
 * @param sha256 of its bytes
 * @param controlSum of the amounts whatever their currency, as the bank counts it
 * @param answer what the bank said about it as a whole, an ISO 20022 status code
 */
public record PaymentFile(
    UUID id,
    UUID organizationId,
    UUID runId,
    UUID bankAccountId,
    Format format,
    String messageId,
    String name,
    UUID documentId,
    String sha256,
    int payments,
    BigDecimal controlSum,
    State state,
    Instant writtenAt,
    @Nullable String answer) {

  /** How it is written. */
  public enum Format {
    /** ISO 20022 customer credit transfer initiation, pain.001.001.09. */
    PAIN_001,
    /** Nacha operating rules, file of ACH credits. */
    NACHA
  }

  /** What the bank made of it. */
  public enum State {
    SENT,
    ACCEPTED,
    PARTLY_ACCEPTED,
    REJECTED,
    /** Taken back by us. */
    CANCELLED
  }
}
