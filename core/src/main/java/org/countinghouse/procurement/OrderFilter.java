package org.countinghouse.procurement;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list, the newest first.
 *
 * @param states in one of these; empty: in any
 * @param requester only what this user asked for
 * @param text part of the number, or of what is ordered
 * @param limit at most so many, up to 500
 */
public record OrderFilter(
    UUID organizationId,
    Set<PurchaseOrder.State> states,
    @Nullable UUID supplierId,
    @Nullable String requester,
    @Nullable String text,
    int limit,
    int offset) {

  private static final int LIMIT_MAX = 500;

  public OrderFilter {
    states = Set.copyOf(states);
    limit = Math.max(1, Math.min(limit, LIMIT_MAX));
    offset = Math.max(0, offset);
  }
}
