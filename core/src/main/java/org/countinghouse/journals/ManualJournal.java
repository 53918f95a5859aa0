package org.countinghouse.journals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A journal that a person wrote.
 *
 * @param number for people, gapless per organization and fiscal year: {@code MJ-2026-000017}
 * @param reverseOn an accrual: the day its mirror image is posted
 * @param changedBy who changed it last; a maker like whoever prepared and submitted it
 * @param contentHash of the facts that were posted or scheduled, 64 hex digits
 * @param journalId the journal in the books, once posted
 */
public record ManualJournal(
    UUID id,
    UUID organizationId,
    String number,
    LocalDate postingDate,
    String description,
    @Nullable LocalDate reverseOn,
    Origin origin,
    @Nullable UUID documentId,
    ManualJournalState state,
    String preparedBy,
    Instant preparedAt,
    String changedBy,
    @Nullable String submittedBy,
    @Nullable Instant submittedAt,
    @Nullable String approvedBy,
    @Nullable String approvedFor,
    @Nullable Instant approvedAt,
    @Nullable String contentHash,
    @Nullable UUID journalId,
    @Nullable String endReason) {

  /** Where its lines came from. */
  public enum Origin {
    TYPED,
    FILE,
    TEMPLATE
  }

  /** The people who may not approve it; the product itself is nobody. */
  public Set<String> makers() {
    return Stream.of(preparedBy, changedBy, submittedBy == null ? preparedBy : submittedBy)
        .filter(name -> !name.startsWith("system:"))
        .collect(Collectors.toSet());
  }
}
