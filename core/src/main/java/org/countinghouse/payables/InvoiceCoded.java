package org.countinghouse.payables;

import java.time.Instant;
import java.util.UUID;

/** The coding of a claim was entered or changed. Published in that transaction. */
public record InvoiceCoded(
    UUID eventId, UUID organizationId, UUID invoiceId, String codedBy, Instant occurredAt) {}
