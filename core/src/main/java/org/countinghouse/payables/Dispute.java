package org.countinghouse.payables;

import java.time.Instant;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What of a claim is not paid until something happens.
 *
 * @param position line it is about; null: the whole claim
 * @param amount held back, tax included, in the claim's currency
 * @param credited what of it credit notes brought back already
 * @param closedReason why it is paid after all, or what settled it; null while open
 */
public record Dispute(
    UUID id,
    UUID organizationId,
    UUID invoiceId,
    @Nullable Integer position,
    Kind kind,
    Money amount,
    Money credited,
    String reason,
    String openedBy,
    Instant openedAt,
    @Nullable String closedBy,
    @Nullable Instant closedAt,
    @Nullable String closedReason) {

  /** What has to happen. */
  public enum Kind {
    /** The supplier was asked for a credit note. */
    CREDIT_EXPECTED,
    /** We do not agree; people talk. */
    DISPUTED,
    /** Goods go back, and a credit note for them comes. */
    RETURNED
  }

  /** What is still held back. */
  public Money open() {
    return closedAt == null ? amount.minus(credited) : Money.zero(amount.currency());
  }
}
