package org.countinghouse.procurement;

import java.time.Instant;
import java.util.UUID;

/** A version of an order will never come into force. Published in the withdrawing transaction. */
public record OrderVersionWithdrawn(
    UUID eventId,
    UUID organizationId,
    UUID orderId,
    UUID versionId,
    String reference,
    Instant occurredAt) {}
