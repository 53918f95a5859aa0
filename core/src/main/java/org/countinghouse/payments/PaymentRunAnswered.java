package org.countinghouse.payments;

import java.time.Instant;
import java.util.UUID;

/**
 * No payment of a run is outstanding any more: each is on a statement, or refused. A return may
 * still come.
 */
public record PaymentRunAnswered(
    UUID eventId, UUID organizationId, UUID runId, String number, Instant occurredAt) {}
