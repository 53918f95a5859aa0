package org.countinghouse.procurement.correspondence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter about an order that left the house.
 *
 * @param version of the order it tells of
 * @param fileName what both files in {@code out/purchase-orders} are called, without ending
 * @param mailedTo the address; null when we know none
 */
public record SentLetter(
    UUID id,
    UUID orderId,
    int version,
    LetterKind kind,
    UUID ublDocumentId,
    UUID pdfDocumentId,
    String fileName,
    @Nullable String mailedTo,
    Instant sentAt) {}
