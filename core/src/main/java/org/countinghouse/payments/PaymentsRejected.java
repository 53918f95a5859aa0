package org.countinghouse.payments;

import java.time.Instant;
import java.util.UUID;

/**
 * A bank did not pay, or money came back: the items are open again and wait until somebody has
 * looked into it.
 *
 * @param answerId the bank's answer that said so, one event for all its payments
 * @param payments how many
 */
public record PaymentsRejected(
    UUID eventId,
    UUID organizationId,
    UUID answerId,
    UUID runId,
    String runNumber,
    int payments,
    Instant occurredAt) {}
