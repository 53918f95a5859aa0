package org.countinghouse.journals;

import java.time.Instant;
import java.util.UUID;

/** A manual journal was changed while its approval runs. Published in the changing transaction. */
public record ManualJournalChanged(
    UUID eventId, UUID organizationId, UUID manualJournalId, String number, Instant occurredAt) {}
