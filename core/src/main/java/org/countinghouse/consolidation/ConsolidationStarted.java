package org.countinghouse.consolidation;

import java.time.YearMonth;
import java.util.UUID;
import org.countinghouse.access.Actor;

/** Somebody asked for a group's month to be closed. Published in the asking transaction. */
public record ConsolidationStarted(
    UUID consolidationId, UUID organizationId, String number, YearMonth period, Actor preparedBy) {}
