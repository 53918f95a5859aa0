package org.countinghouse.close;

import java.time.YearMonth;
import java.util.UUID;
import org.countinghouse.access.Actor;

/** Somebody asked for a closed month to be opened. Published in the asking transaction. */
public record ReopeningRequested(
    UUID reopeningId, UUID organizationId, String number, YearMonth period, Actor requestedBy) {}
