package org.countinghouse.server.api.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.matching.LineDecision;
import org.countinghouse.matching.Match;
import org.countinghouse.matching.MatchRecord;
import org.countinghouse.matching.MatchSheet;
import org.countinghouse.matching.MatchState;
import org.countinghouse.matching.MatchedLine;
import org.countinghouse.matching.Remark;
import org.countinghouse.money.Money;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.PurchaseOrder;
import org.jspecify.annotations.Nullable;

/**
 * Order, receipts and invoice side by side.
 *
 * @param run how often it was matched
 * @param remarks what it differs in; those with effect {@code NOTE} need no decision
 * @param openLines of the order that this invoice does not touch
 */
record MatchView(
    UUID invoiceId,
    String documentNumber,
    String number,
    MatchState state,
    int run,
    @Nullable String orderReference,
    @Nullable OrderHead order,
    @Nullable Credited credited,
    List<Line> lines,
    List<Difference> remarks,
    List<Decided> decisions,
    List<MatchSheet.Delivery> deliveries,
    List<OrderedLine> openLines,
    List<MatchRecord> records) {

  /** The order as it is now. */
  record OrderHead(
      UUID id,
      String number,
      int version,
      PurchaseOrder.State state,
      @Nullable String supplier,
      String currency,
      LocalDate orderedOn,
      @Nullable LocalDate deliverBy,
      String requester,
      @Nullable String buyer,
      Money total) {}

  /** The invoice a credit note was held against. */
  record Credited(UUID id, String documentNumber, String number, Money gross) {}

  /**
   * A line of the invoice beside what was ordered and came, as both stood when they were compared.
   *
   * @param variance what it costs more than ordered; below zero less
   */
  record Line(
      int position,
      @Nullable Integer orderPosition,
      @Nullable String orderedName,
      @Nullable BigDecimal orderedQuantity,
      @Nullable String orderedUnit,
      @Nullable BigDecimal orderedPrice,
      @Nullable BigDecimal receivedQuantity,
      @Nullable BigDecimal invoicedBefore,
      @Nullable BigDecimal quantity,
      @Nullable String unit,
      @Nullable BigDecimal unitPrice,
      Money net,
      @Nullable Money expected,
      Money variance) {}

  /** A line of the order. */
  record OrderedLine(
      UUID id,
      int position,
      String name,
      BigDecimal quantity,
      String unit,
      BigDecimal unitPrice,
      BigDecimal received,
      BigDecimal invoiced) {}

  /** A difference. */
  record Difference(
      String code, String effect, boolean acceptable, @Nullable Integer position, String text) {

    static Difference of(Remark remark) {
      return new Difference(
          remark.difference().id(),
          remark.effect().name(),
          remark.difference().acceptable(),
          remark.position(),
          remark.text());
    }
  }

  /** What was decided about it. */
  record Decided(
      @Nullable Integer position,
      LineDecision.Kind decision,
      @Nullable Money amount,
      String reason,
      String decidedBy,
      Instant decidedAt) {

    static Decided of(LineDecision decision) {
      return new Decided(
          decision.position(),
          decision.kind(),
          decision.amount(),
          decision.reason(),
          decision.decidedBy(),
          decision.decidedAt());
    }
  }

  static MatchView of(MatchSheet sheet) {
    Match match = sheet.match();
    SupplierInvoice invoice = sheet.invoice();
    @Nullable PurchaseOrder order = sheet.order();
    @Nullable SupplierInvoice credited = sheet.credited();
    List<OrderLine> ordered = order == null ? List.of() : order.lines();
    return new MatchView(
        invoice.id(),
        invoice.documentNumber(),
        invoice.number(),
        match.state(),
        match.run(),
        invoice.orderReference(),
        order == null ? null : head(order, sheet.orderSupplier()),
        credited == null
            ? null
            : new Credited(
                credited.id(),
                credited.documentNumber(),
                credited.number(),
                credited.totals().gross()),
        match.lines().stream().map(line -> line(line, ordered)).toList(),
        match.remarks().stream().map(Difference::of).toList(),
        match.decisions().stream().map(Decided::of).toList(),
        sheet.deliveries(),
        ordered.stream()
            .filter(
                line ->
                    match.lines().stream()
                        .noneMatch(matched -> line.id().equals(matched.orderLineId())))
            .map(MatchView::orderedLine)
            .toList(),
        sheet.records());
  }

  private static OrderHead head(PurchaseOrder order, @Nullable String supplier) {
    return new OrderHead(
        order.id(),
        order.number(),
        order.version(),
        order.state(),
        supplier,
        order.currency().getCurrencyCode(),
        order.orderedOn(),
        order.deliverBy(),
        order.requester(),
        order.buyer(),
        order.total());
  }

  private static Line line(MatchedLine line, List<OrderLine> ordered) {
    Optional<OrderLine> order =
        ordered.stream().filter(each -> Objects.equals(each.id(), line.orderLineId())).findFirst();
    return new Line(
        line.position(),
        order.map(OrderLine::position).orElse(null),
        order.map(OrderLine::name).orElse(null),
        line.orderedQuantity(),
        line.orderedUnit(),
        line.orderedPrice(),
        line.receivedQuantity(),
        line.invoicedBefore(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        line.net(),
        line.expected(),
        line.variance());
  }

  private static OrderedLine orderedLine(OrderLine line) {
    return new OrderedLine(
        line.id(),
        line.position(),
        line.name(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        line.quantityKept(),
        line.quantityInvoiced());
  }
}
