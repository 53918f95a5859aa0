package org.countinghouse.payables;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which claims to list.
 *
 * @param text part of a number or of the supplier's name; null for all
 * @param limit at most this many, newest first; between 1 and 500
 */
public record InvoiceFilter(
    UUID organizationId,
    @Nullable InvoiceState state,
    @Nullable UUID supplierId,
    @Nullable String text,
    int limit) {

  public InvoiceFilter {
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("a list has 1 to 500 entries");
    }
  }
}
