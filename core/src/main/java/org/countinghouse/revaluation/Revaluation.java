package org.countinghouse.revaluation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A revaluation in the books.
 *
 * @param sequence 1 for the first of its month; later ones post only the difference
 * @param journalId dated the month's last day
 * @param reversalId its mirror, dated the first day of the next month
 */
public record Revaluation(
    UUID id,
    UUID organizationId,
    YearMonth month,
    int sequence,
    UUID journalId,
    UUID reversalId,
    String postedBy,
    Instant postedAt) {}
