package org.countinghouse.budgets;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of what was planned for a fiscal year.
 *
 * @param code which plan: {@code BUDGET}, {@code FORECAST}
 * @param fiscalYear the calendar year in which it ends
 * @param sourceName the file it was made from, where it was
 */
public record Budget(
    UUID id,
    UUID organizationId,
    String code,
    int fiscalYear,
    int version,
    String name,
    State state,
    @Nullable String sourceName,
    String createdBy,
    Instant createdAt,
    @Nullable String activatedBy,
    @Nullable Instant activatedAt) {

  /** How far a version is. */
  public enum State {
    /** Made, and waiting for a second person. */
    DRAFT,
    /** What figures are set against. */
    IN_FORCE,
    /** A later version took its place. */
    REPLACED,
    /** Never came into force. */
    DISCARDED
  }
}
