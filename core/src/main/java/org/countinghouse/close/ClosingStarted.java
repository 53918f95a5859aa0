package org.countinghouse.close;

import java.time.YearMonth;
import java.util.UUID;
import org.countinghouse.access.Actor;

/** Somebody asked for a month to be closed. Published in the asking transaction. */
public record ClosingStarted(
    UUID closingId, UUID organizationId, String number, YearMonth period, Actor preparedBy) {}
