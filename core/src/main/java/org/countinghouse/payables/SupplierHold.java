package org.countinghouse.payables;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing is paid to a supplier.
 *
 * @param until when it ends by itself; null when somebody has to act
 */
public record SupplierHold(
    UUID supplierId,
    String supplierNumber,
    String supplierName,
    Reason reason,
    @Nullable Instant until) {

  /** What has to happen first; the strongest, when there are several. */
  public enum Reason {
    /** Somebody stopped it: let it go again. */
    BLOCKED,
    /** Nobody has verified the supplier yet. */
    CANDIDATE,
    /** A change of the supplier waits for its second person. */
    CHANGE_OPEN,
    /** No bank account is verified. */
    NO_ACCOUNT,
    /** A verified account is too new. */
    WAITING_PERIOD
  }
}
