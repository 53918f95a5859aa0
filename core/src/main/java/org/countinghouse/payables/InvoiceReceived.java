package org.countinghouse.payables;

import java.time.Instant;
import java.util.UUID;

/** A supplier's claim came in and waits to be signed off. Published once, in its transaction. */
public record InvoiceReceived(
    UUID eventId, UUID organizationId, UUID invoiceId, String documentNumber, Instant occurredAt) {}
