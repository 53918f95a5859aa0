package org.countinghouse.procurement.receipts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that came, as they are to be recorded; see {@link Receipt} for the fields.
 *
 * @param lines what came, each line of the order once; lines of which nothing came are left out
 */
public record NewReceipt(
    UUID orderId,
    LocalDate receivedOn,
    @Nullable String deliveryNote,
    Receipt.Source source,
    @Nullable UUID documentId,
    List<Counted> lines) {

  public NewReceipt {
    lines = List.copyOf(lines);
    deliveryNote = deliveryNote == null || deliveryNote.isBlank() ? null : deliveryNote.strip();
  }
}
