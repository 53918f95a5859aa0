package org.countinghouse.payables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Many items were settled by one journal, or their settlements taken back by one. Published in the
 * posting transaction, once for all of them.
 *
 * @param items how many
 * @param takenBack whether they are open again
 */
public record ItemsSettled(
    UUID eventId,
    UUID organizationId,
    UUID journalId,
    LocalDate settledOn,
    int items,
    boolean takenBack,
    Instant occurredAt) {}
