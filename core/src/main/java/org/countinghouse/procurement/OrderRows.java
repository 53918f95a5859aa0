package org.countinghouse.procurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.countinghouse.procurement.OrderMapper.LineRow;
import org.countinghouse.procurement.OrderMapper.OrderRow;

/** Rows of orders and their lines made values, and back. */
final class OrderRows {

  private OrderRows() {}

  static LineRow line(
      UUID organizationId,
      UUID orderId,
      OrderContent content,
      OrderContent.Line line,
      Currency base) {
    Money net = line.net(content.currency());
    Money baseNet = content.inBase(net, base);
    return new LineRow(
        line.id(),
        organizationId,
        orderId,
        line.position(),
        line.supplierItem(),
        line.name(),
        line.category(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        content.currency().getCurrencyCode(),
        net.amount(),
        baseNet == null ? null : baseNet.amount(),
        line.account(),
        line.costCentre(),
        line.project(),
        line.taxCode(),
        line.receiptRequired(),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO);
  }

  static PurchaseOrder order(OrderRow row, List<LineRow> lines, Currency base) {
    Currency currency = Currency.getInstance(row.currency());
    return new PurchaseOrder(
        row.id(),
        row.organizationId(),
        row.number(),
        row.version(),
        row.origin(),
        row.state(),
        row.supplierId(),
        currency,
        row.orderedOn(),
        row.deliverBy(),
        row.requester(),
        row.buyer(),
        row.note(),
        row.documentId(),
        lines.stream().map(line -> line(line, currency, base)).toList(),
        row.endReason());
  }

  private static OrderLine line(LineRow row, Currency currency, Currency base) {
    BigDecimal baseNet = row.baseNet();
    return new OrderLine(
        row.id(),
        row.position(),
        row.supplierItem(),
        row.name(),
        row.category(),
        plain(row.quantity()),
        row.unit(),
        plain(row.unitPrice()),
        money(row.net(), currency),
        baseNet == null ? null : money(baseNet, base),
        row.account(),
        row.costCentre(),
        row.project(),
        row.taxCode(),
        row.receiptRequired(),
        plain(row.quantityReceived()),
        plain(row.quantityReturned()),
        plain(row.quantityInvoiced()));
  }

  /** Without the zeros a database adds: 40, not 40.000000. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  static Money money(BigDecimal stored, Currency currency) {
    return Money.rounded(stored, currency, RoundingMode.UNNECESSARY);
  }
}
