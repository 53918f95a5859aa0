package org.countinghouse.payables.spi;

import java.util.Optional;
import java.util.UUID;

/**
 * Says which due items somebody is about to pay, so that nothing else pays them too; found by being
 * a bean.
 */
public interface ItemClaim {

  /** What the item is to be paid by, as people know it, such as a payment run's number. */
  Optional<String> claimantOf(UUID organizationId, UUID itemId);

  /** The payment a settlement belongs to, by its end-to-end id, if it belongs to one. */
  Optional<String> paymentOf(UUID organizationId, UUID settlementId);
}
