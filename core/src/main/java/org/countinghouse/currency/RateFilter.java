package org.countinghouse.currency;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which published rates are wanted.
 *
 * @param currency on either side; null: any
 * @param from first day; null: from the first known
 * @param to last day; null: to the last known
 * @param limit 1 to {@value #LIMIT_MAX}
 */
public record RateFilter(
    UUID organizationId,
    @Nullable String currency,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    int limit) {

  /** As many as one page holds. */
  public static final int LIMIT_MAX = 1000;

  public RateFilter {
    limit = Math.max(1, Math.min(limit, LIMIT_MAX));
  }
}
