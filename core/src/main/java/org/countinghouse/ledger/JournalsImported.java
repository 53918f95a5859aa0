package org.countinghouse.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A journal file is in the books, all of it. Published in the importing transaction.
 *
 * @param importId identifies the event and the import
 */
public record JournalsImported(
    UUID importId,
    UUID organizationId,
    UUID requestId,
    String name,
    long entries,
    long lines,
    LocalDate firstDay,
    LocalDate lastDay,
    Instant recordedAt) {}
