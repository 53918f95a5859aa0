package org.countinghouse.payables;

import java.time.Instant;
import java.util.UUID;

/** A claim was refused and goes back to the supplier. Published once, in that transaction. */
public record InvoiceRejected(
    UUID eventId, UUID organizationId, UUID invoiceId, String reason, Instant occurredAt) {}
