package org.countinghouse.consolidation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A group's month is closed and its figures never change again. Published once, in the closing
 * transaction.
 */
public record GroupClosed(
    UUID eventId,
    UUID organizationId,
    UUID groupId,
    UUID consolidationId,
    String number,
    YearMonth period,
    Instant occurredAt) {}
