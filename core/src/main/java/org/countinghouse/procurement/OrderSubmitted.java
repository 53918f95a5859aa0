package org.countinghouse.procurement;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of an order was handed in by other ways than its process. Published in the submitting
 * transaction.
 */
public record OrderSubmitted(
    UUID eventId,
    UUID organizationId,
    UUID orderId,
    UUID versionId,
    String reference,
    Instant occurredAt) {}
