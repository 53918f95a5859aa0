package org.countinghouse.procurement.receipts;

import java.time.Instant;
import java.util.UUID;

/**
 * A held receipt was decided about; where anything was taken {@link GoodsReceived} says so too.
 * Published once, in the deciding transaction.
 *
 * @param orderNumber what people know the order by
 * @param number of the receipt
 */
public record ReceiptDecided(
    UUID eventId,
    UUID organizationId,
    UUID orderId,
    String orderNumber,
    UUID receiptId,
    String number,
    Instant occurredAt) {}
