package org.countinghouse.payments;

import java.util.Set;
import java.util.UUID;
import org.countinghouse.payments.Payment.State;
import org.jspecify.annotations.Nullable;

/**
 * Which payments to list; the latest first.
 *
 * @param states empty: every one
 * @param runId null: of every run
 * @param supplierId null: to every supplier
 * @param unresolved only rejected and returned ones nobody has looked into yet
 * @param limit at most so many, 1 to 1000
 */
public record PaymentFilter(
    UUID organizationId,
    Set<State> states,
    @Nullable UUID runId,
    @Nullable UUID supplierId,
    boolean unresolved,
    int limit) {

  private static final int LIMIT_MAX = 1000;

  /** Keeps its own copy of the states, and the limit within its bounds. */
  public PaymentFilter {
    states = Set.copyOf(states);
    limit = Math.max(1, Math.min(limit, LIMIT_MAX));
  }
}
