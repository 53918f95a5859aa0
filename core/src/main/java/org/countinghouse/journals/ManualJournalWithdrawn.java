package org.countinghouse.journals;

import java.time.Instant;
import java.util.UUID;

/** A manual journal was withdrawn. Published in the withdrawing transaction. */
public record ManualJournalWithdrawn(
    UUID eventId, UUID organizationId, UUID manualJournalId, String number, Instant occurredAt) {}
