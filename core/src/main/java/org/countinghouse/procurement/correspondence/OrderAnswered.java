package org.countinghouse.procurement.correspondence;

import java.time.Instant;
import java.util.UUID;

/**
 * A supplier answered to an order. Published once, in the receiving transaction.
 *
 * @param number of the answer
 * @param needsDecision whether it differs from the order, so that a buyer has to settle it
 */
public record OrderAnswered(
    UUID eventId,
    UUID organizationId,
    UUID orderId,
    String orderNumber,
    UUID responseId,
    String number,
    boolean needsDecision,
    Instant occurredAt) {}
