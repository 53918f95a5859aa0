package org.countinghouse.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** A month was closed further or reopened. Published in the changing transaction. */
public record PeriodStateChanged(
    UUID eventId,
    UUID organizationId,
    YearMonth month,
    PeriodState before,
    PeriodState after,
    Instant occurredAt) {}
