package org.countinghouse.close;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** A month was closed for good. Published once per closing, in the closing transaction. */
public record PeriodClosed(
    UUID eventId,
    UUID closingId,
    UUID organizationId,
    String number,
    YearMonth period,
    Instant occurredAt) {}
