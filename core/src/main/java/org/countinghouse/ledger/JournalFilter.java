package org.countinghouse.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which journals to list, the latest number first.
 *
 * @param from first posting date
 * @param to last posting date
 * @param source only this module's
 * @param limit at most so many, up to {@value #LIMIT}
 */
public record JournalFilter(
    UUID organizationId,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String source,
    int limit,
    int offset) {

  /** A page holds no more. */
  public static final int LIMIT = 500;

  public JournalFilter {
    limit = Math.max(1, Math.min(limit, LIMIT));
    offset = Math.max(0, offset);
  }
}
