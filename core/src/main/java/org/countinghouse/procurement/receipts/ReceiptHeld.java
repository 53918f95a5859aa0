package org.countinghouse.procurement.receipts;

import java.time.Instant;
import java.util.UUID;

/**
 * More of an order came than is taken without asking: a buyer has to decide. Published once, in the
 * recording transaction.
 *
 * @param orderNumber what people know the order by
 * @param number of the receipt
 */
public record ReceiptHeld(
    UUID eventId,
    UUID organizationId,
    UUID orderId,
    String orderNumber,
    UUID receiptId,
    String number,
    Instant occurredAt) {}
