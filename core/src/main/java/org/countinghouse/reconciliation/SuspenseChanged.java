package org.countinghouse.reconciliation;

import java.time.Instant;
import java.util.UUID;

/** Entries of a bank account went into suspense or out of it. */
public record SuspenseChanged(
    UUID eventId,
    UUID organizationId,
    UUID bankAccountId,
    String accountCode,
    Instant occurredAt) {}
