package org.countinghouse.procurement.receipts;

import java.time.Instant;
import java.util.UUID;

/**
 * A receipt or return was undone by its mirror image. Published once, in the correcting
 * transaction.
 *
 * @param orderNumber what people know the order by
 * @param number of the receipt
 */
public record ReceiptCorrected(
    UUID eventId,
    UUID organizationId,
    UUID orderId,
    String orderNumber,
    UUID receiptId,
    String number,
    Instant occurredAt) {}
