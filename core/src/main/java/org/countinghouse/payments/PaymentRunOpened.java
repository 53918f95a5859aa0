package org.countinghouse.payments;

import java.time.Instant;
import java.util.UUID;

/** Somebody, or the schedule, asked for a proposal outside any process. */
public record PaymentRunOpened(
    UUID eventId, UUID organizationId, UUID runId, String number, Instant occurredAt) {}
