package org.countinghouse.journals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A manual journal, or one posting of a recurring one, entered the books. Published in the posting
 * transaction.
 *
 * @param journalId the journal in the books
 * @param lines as posted, in the order of the journal's lines, tax codes included
 */
public record ManualJournalPosted(
    UUID eventId,
    UUID organizationId,
    UUID manualJournalId,
    String number,
    UUID journalId,
    LocalDate postingDate,
    List<ManualLine> lines,
    Instant occurredAt) {}
