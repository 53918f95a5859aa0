package org.countinghouse.matching;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lays order, receipts and invoice side by side for people. */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
public class MatchSheets {

  private final Matching matching;
  private final Invoices invoices;
  private final PurchaseOrders orders;
  private final Suppliers suppliers;
  private final MatchMapper mapper;

  MatchSheets(
      Matching matching,
      Invoices invoices,
      PurchaseOrders orders,
      Suppliers suppliers,
      MatchMapper mapper) {
    this.matching = matching;
    this.invoices = invoices;
    this.orders = orders;
    this.suppliers = suppliers;
    this.mapper = mapper;
  }

  /**
   * The sheet of an invoice or credit note.
   *
   * @throws BusinessException {@code payables.invoice-unknown}, {@code matching.not-matched}
   */
  public MatchSheet of(UUID invoiceId) {
    SupplierInvoice invoice = invoices.require(invoiceId);
    Match match =
        matching
            .find(invoiceId)
            .orElseThrow(() -> MatchingError.NOT_MATCHED.with(invoice.documentNumber()));
    Optional<PurchaseOrder> order = Optional.ofNullable(match.orderId()).map(orders::require);
    return new MatchSheet(
        match,
        invoice,
        order.orElse(null),
        order
            .flatMap(placed -> Optional.ofNullable(placed.chosenSupplier()))
            .flatMap(suppliers::find)
            .map(Supplier::name)
            .orElse(null),
        Optional.ofNullable(match.creditedInvoiceId()).map(invoices::require).orElse(null),
        order.map(this::deliveries).orElse(List.of()),
        matching.records(invoiceId));
  }

  private List<MatchSheet.Delivery> deliveries(PurchaseOrder order) {
    return mapper.listReceipts(order.organizationId(), order.id()).stream()
        .map(
            row ->
                new MatchSheet.Delivery(
                    row.number(),
                    row.occurredOn(),
                    row.deliveryNote(),
                    row.orderLineId(),
                    row.quantity(),
                    row.unit()))
        .toList();
  }
}
