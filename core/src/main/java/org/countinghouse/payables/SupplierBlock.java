package org.countinghouse.payables;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a supplier was blocked.
 *
 * @param liftedBy the second person who let it go; null as long as it is blocked
 */
public record SupplierBlock(
    String reason,
    String blockedBy,
    Instant blockedAt,
    @Nullable String liftedBy,
    @Nullable Instant liftedAt) {

  /** Whether it still holds. */
  public boolean open() {
    return liftedAt == null;
  }
}
