package org.countinghouse.banking;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.errors.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it is kept.
 *
 * @param bankAccountId null: about no account of ours
 * @param accountShown what it calls its account, masked
 * @param name as the bank says it
 * @param sequence the bank's number, where it gives one
 * @param credits sum of the booked entries above zero
 * @param debits sum of those below zero, without sign
 * @param newEntries of its entries, those no earlier statement had brought
 * @param findings why it is or was held
 * @param documentId the file it came in
 * @param place in that file, from zero
 * @param settledBy who released or dropped it
 */
public record Statement(
    UUID id,
    UUID organizationId,
    @Nullable UUID bankAccountId,
    String accountShown,
    State state,
    String format,
    String version,
    String name,
    @Nullable Long sequence,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable BigDecimal opening,
    @Nullable BigDecimal closing,
    @Nullable Currency currency,
    BigDecimal credits,
    BigDecimal debits,
    int entries,
    int newEntries,
    List<Finding> findings,
    UUID documentId,
    int place,
    String receivedBy,
    Instant receivedAt,
    @Nullable String settledBy,
    @Nullable Instant settledAt,
    @Nullable String reason) {

  /** Keeps its own copy of the findings. */
  public Statement {
    findings = List.copyOf(findings);
  }

  /** Where a statement stands. */
  public enum State {
    BOOKED,
    /** Waits for an earlier one, or for somebody's decision. */
    HELD,
    /** Put aside for good, with a reason. */
    DROPPED
  }
}
