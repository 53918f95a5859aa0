package org.countinghouse.payables;

import java.time.Instant;
import java.util.UUID;

/** A supplier or its bank account waits for a second person. Published once, in its transaction. */
public record SupplierChangeRequested(
    UUID eventId,
    UUID organizationId,
    UUID changeId,
    String changeNumber,
    UUID supplierId,
    SupplierChange.Kind kind,
    Instant occurredAt) {}
