package org.countinghouse.payables;

import java.time.Instant;
import java.util.UUID;

/** The claim stands in the books. Published once, in the posting transaction. */
public record InvoicePosted(
    UUID eventId, UUID organizationId, UUID invoiceId, UUID journalId, Instant occurredAt) {}
