package org.countinghouse.procurement;

import java.time.Instant;
import java.util.UUID;

/**
 * An order goes to its supplier: its first version is in force. Published once, in the deciding
 * transaction.
 */
public record OrderIssued(
    UUID eventId,
    UUID organizationId,
    UUID orderId,
    String number,
    int version,
    Instant occurredAt) {}
