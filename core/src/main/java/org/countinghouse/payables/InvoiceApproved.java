package org.countinghouse.payables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.countinghouse.money.Money;

/** The supplier's claim is now ours to pay. Published once, in the approving transaction. */
public record InvoiceApproved(
    UUID eventId,
    UUID organizationId,
    UUID invoiceId,
    Money payable,
    LocalDate dueOn,
    Instant occurredAt) {}
