package org.countinghouse.journals;

import java.time.Instant;
import java.util.UUID;

/** A manual journal was handed in. Published in the submitting transaction. */
public record ManualJournalSubmitted(
    UUID eventId, UUID organizationId, UUID manualJournalId, String number, Instant occurredAt) {}
