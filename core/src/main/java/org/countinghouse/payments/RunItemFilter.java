package org.countinghouse.payments;

import org.jspecify.annotations.Nullable;

/**
 * Which items of a run to show; by supplier, then due day.
 *
 * @param included null: those in and those out
 * @param reason null: whatever the reason
 * @param text part of a supplier's name or number or of an invoice number; null: all
 * @param limit at most so many, 1 to 500
 */
public record RunItemFilter(
    @Nullable Boolean included,
    @Nullable String reason,
    @Nullable String text,
    int limit,
    int offset) {

  private static final int LIMIT_MAX = 500;

  /** Keeps the limits within their bounds. */
  public RunItemFilter {
    limit = Math.max(1, Math.min(limit, LIMIT_MAX));
    offset = Math.max(0, offset);
  }
}
