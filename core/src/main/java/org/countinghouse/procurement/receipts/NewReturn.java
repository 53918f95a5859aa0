package org.countinghouse.procurement.receipts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that go back, as it is to be recorded.
 *
 * @param reason for the supplier to read: damaged, wrong, too many
 * @param documentId the file it was recorded from
 */
public record NewReturn(
    UUID orderId,
    LocalDate returnedOn,
    String reason,
    Receipt.Source source,
    @Nullable UUID documentId,
    List<Counted> lines) {

  public NewReturn {
    lines = List.copyOf(lines);
    reason = reason.strip();
  }
}
