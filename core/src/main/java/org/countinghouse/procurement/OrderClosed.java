package org.countinghouse.procurement;

import java.time.Instant;
import java.util.UUID;

/** Nothing more is expected of an order. Published once, in the closing transaction. */
public record OrderClosed(
    UUID eventId,
    UUID organizationId,
    UUID orderId,
    String number,
    int version,
    Instant occurredAt) {}
