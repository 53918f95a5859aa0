package org.countinghouse.payments;

import java.time.Instant;
import java.util.UUID;

/** A reviewed run was handed in for its release outside its process. */
public record PaymentRunSubmitted(
    UUID eventId, UUID organizationId, UUID runId, String number, Instant occurredAt) {}
