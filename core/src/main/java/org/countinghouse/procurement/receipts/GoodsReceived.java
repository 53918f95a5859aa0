package org.countinghouse.procurement.receipts;

import java.time.Instant;
import java.util.UUID;

/**
 * Goods of an order came and count. Published once, in the recording transaction.
 *
 * @param orderNumber what people know the order by
 * @param number of the receipt
 */
public record GoodsReceived(
    UUID eventId,
    UUID organizationId,
    UUID orderId,
    String orderNumber,
    UUID receiptId,
    String number,
    Instant occurredAt) {}
