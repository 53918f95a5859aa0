package org.countinghouse.payments;

import java.time.Instant;
import java.util.UUID;

/** What stands to be released is not what it was: who approves has to look again. */
public record PaymentRunChanged(
    UUID eventId, UUID organizationId, UUID runId, String number, Instant occurredAt) {}
