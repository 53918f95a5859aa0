package org.countinghouse.close;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** A reopened month is closed again, by a closing or because its time ran out. */
public record ReopeningEnded(
    UUID eventId,
    UUID reopeningId,
    UUID organizationId,
    String number,
    YearMonth period,
    Reopening.State state,
    Instant occurredAt) {}
