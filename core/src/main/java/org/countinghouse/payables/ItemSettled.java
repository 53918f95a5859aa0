package org.countinghouse.payables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.countinghouse.money.Money;

/**
 * A due item was settled, in part or in full, or a settlement was taken back (then with the other
 * sign). Published in the posting transaction.
 *
 * @param open what is left of the item
 */
public record ItemSettled(
    UUID eventId,
    UUID organizationId,
    UUID itemId,
    UUID settlementId,
    LocalDate settledOn,
    Money amount,
    Money open,
    Instant occurredAt) {}
