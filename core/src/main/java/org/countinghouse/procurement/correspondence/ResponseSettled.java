package org.countinghouse.procurement.correspondence;

import java.time.Instant;
import java.util.UUID;

/** A buyer settled an answer that differed. Published once, in the deciding transaction. */
public record ResponseSettled(
    UUID eventId,
    UUID organizationId,
    UUID orderId,
    String orderNumber,
    UUID responseId,
    String number,
    Instant occurredAt) {}
