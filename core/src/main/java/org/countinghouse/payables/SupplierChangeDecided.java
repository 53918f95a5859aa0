package org.countinghouse.payables;

import java.time.Instant;
import java.util.UUID;

/** A second person has decided on a supplier or its account. Published in that transaction. */
public record SupplierChangeDecided(
    UUID eventId,
    UUID organizationId,
    UUID changeId,
    UUID supplierId,
    SupplierChange.State state,
    Instant occurredAt) {}
