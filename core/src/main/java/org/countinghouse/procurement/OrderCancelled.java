package org.countinghouse.procurement;

import java.time.Instant;
import java.util.UUID;

/** An order will not be delivered. Published once; the supplier has to know where it was issued. */
public record OrderCancelled(
    UUID eventId,
    UUID organizationId,
    UUID orderId,
    String number,
    int version,
    boolean issued,
    Instant occurredAt) {}
