package org.countinghouse.journals;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which manual journals to list, the newest first.
 *
 * @param from first posting date
 * @param to last posting date
 * @param limit at most so many, up to 500
 */
public record ManualJournalFilter(
    UUID organizationId,
    @Nullable ManualJournalState state,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    int limit,
    int offset) {

  private static final int LIMIT_MAX = 500;

  public ManualJournalFilter {
    limit = Math.max(1, Math.min(limit, LIMIT_MAX));
    offset = Math.max(0, offset);
  }
}
