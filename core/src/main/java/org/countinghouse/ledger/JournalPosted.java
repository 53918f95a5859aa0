package org.countinghouse.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A journal entered the books. Published in the posting transaction. */
public record JournalPosted(
    UUID eventId,
    UUID organizationId,
    UUID journalId,
    String number,
    LocalDate postingDate,
    String source,
    String sourceReference,
    Instant occurredAt) {}
