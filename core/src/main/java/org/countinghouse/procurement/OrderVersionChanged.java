package org.countinghouse.procurement;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of an order was reworded while its approval runs. Published in the changing
 * transaction.
 */
public record OrderVersionChanged(
    UUID eventId,
    UUID organizationId,
    UUID orderId,
    UUID versionId,
    String reference,
    Instant occurredAt) {}
