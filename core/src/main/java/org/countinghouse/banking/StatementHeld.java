package org.countinghouse.banking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement needs somebody's look before it is booked, or it is not needed any more.
 *
 * @param bankAccountId null when it is about no account of ours
 * @param settled whether it is held no longer: booked, released or dropped
 */
public record StatementHeld(
    UUID eventId,
    UUID organizationId,
    @Nullable UUID bankAccountId,
    UUID statementId,
    boolean settled,
    Instant occurredAt) {}
