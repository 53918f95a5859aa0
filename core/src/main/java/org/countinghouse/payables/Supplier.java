package org.countinghouse.payables;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody we buy from.
 *
 * @param number ours, such as {@code S-00017}
 * @param party as the master data name it
 * @param terms how its invoices are handled
 * @param verifiedBy the second person; null for a candidate
 */
public record Supplier(
    UUID id,
    UUID organizationId,
    String number,
    Party party,
    SupplierTerms terms,
    SupplierState state,
    String createdBy,
    @Nullable String verifiedBy) {

  /** The supplier's name. */
  public String name() {
    return party.name();
  }
}
