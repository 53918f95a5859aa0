package org.countinghouse.payments;

import java.time.Instant;
import java.util.UUID;

/**
 * A run was given up, before or after its release; its items are free again.
 *
 * @param wasReleased whether files had been written
 */
public record PaymentRunCancelled(
    UUID eventId,
    UUID organizationId,
    UUID runId,
    String number,
    boolean wasReleased,
    String reason,
    Instant occurredAt) {}
