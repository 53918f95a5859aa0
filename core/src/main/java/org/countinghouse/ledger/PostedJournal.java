package org.countinghouse.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journal in the books. It never changes.
 *
 * @param number for people, gapless per organization, series and fiscal year: {@code
 *     GL-2026-000042}
 * @param chainHash SHA-256 over the journal before it in the series and this one, 64 hex digits
 * @param reversesId the journal this one undoes
 */
public record PostedJournal(
    UUID id,
    UUID organizationId,
    String number,
    int fiscalYear,
    LocalDate postingDate,
    Instant recordedAt,
    String description,
    String source,
    String sourceReference,
    String maker,
    @Nullable String checker,
    @Nullable UUID reversesId,
    String chainHash) {}
