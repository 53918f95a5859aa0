package org.countinghouse.procurement;

import java.time.Instant;
import java.util.UUID;

/**
 * A later version of an issued order came into force. Published once, in the deciding transaction.
 */
public record OrderChanged(
    UUID eventId,
    UUID organizationId,
    UUID orderId,
    String number,
    int version,
    Instant occurredAt) {}
