package org.countinghouse.banking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.countinghouse.money.Money;

/**
 * Entries of a statement are kept. Published once per booked statement, in the transaction that
 * keeps them: whoever posts them does it there, so that the books equal the bank's at any time.
 *
 * @param entries how many rows are new; zero when the statement only confirms
 */
public record StatementBooked(
    UUID eventId,
    UUID organizationId,
    UUID bankAccountId,
    UUID statementId,
    LocalDate from,
    LocalDate to,
    Money opening,
    Money closing,
    int entries,
    Instant occurredAt) {}
