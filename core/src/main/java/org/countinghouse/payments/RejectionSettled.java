package org.countinghouse.payments;

import java.time.Instant;
import java.util.UUID;

/** Somebody looked into what a bank did not pay, outside the process that asks for it. */
public record RejectionSettled(
    UUID eventId, UUID organizationId, UUID answerId, String runNumber, Instant occurredAt) {}
