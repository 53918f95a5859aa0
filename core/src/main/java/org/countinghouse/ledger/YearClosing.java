package org.countinghouse.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A fiscal year's result carried forward to the next.
 *
 * @param number the how manieth time, 1 the first; more than one after a month was reopened
 * @param result in base currency, a profit positive
 * @param journalId the journal in the next year; null when no income or expense account had moved
 * @param postingDate of that journal
 * @param reversalId the journal that took it back, when a month of the year was reopened
 * @param reversedAt when it was taken back; null while it stands
 */
public record YearClosing(
    UUID id,
    UUID organizationId,
    int fiscalYear,
    int number,
    Money result,
    @Nullable UUID journalId,
    @Nullable LocalDate postingDate,
    String closedBy,
    Instant closedAt,
    @Nullable UUID reversalId,
    @Nullable LocalDate reversalDate,
    @Nullable String reversedBy,
    @Nullable Instant reversedAt) {

  /** Whether the year counts as carried forward by it. */
  public boolean stands() {
    return reversedAt == null;
  }
}
