package org.countinghouse.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A run was posted and its files are on their way. Published in the releasing transaction; {@link
 * Payments#ofRun} has what was paid to whom.
 *
 * @param payments how many
 */
public record PaymentRunReleased(
    UUID eventId,
    UUID organizationId,
    UUID runId,
    String number,
    LocalDate payOn,
    int payments,
    Instant occurredAt) {}
