package org.countinghouse.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.procurement.PurchaseOrder;
import org.jspecify.annotations.Nullable;

/**
 * Order, receipts and invoice side by side, as they were compared last.
 *
 * @param order as it is now; null where there is none
 * @param orderSupplier whom it went to
 * @param credited the invoice a credit note was held against
 */
public record MatchSheet(
    Match match,
    SupplierInvoice invoice,
    @Nullable PurchaseOrder order,
    @Nullable String orderSupplier,
    @Nullable SupplierInvoice credited,
    List<Delivery> deliveries,
    List<MatchRecord> records) {

  public MatchSheet {
    deliveries = List.copyOf(deliveries);
    records = List.copyOf(records);
  }

  /**
   * What one receipt or return brought of one order line.
   *
   * @param quantity in the order line's unit; negative for what went back or was corrected
   */
  public record Delivery(
      String number,
      LocalDate occurredOn,
      @Nullable String deliveryNote,
      UUID orderLineId,
      BigDecimal quantity,
      String unit) {}
}
