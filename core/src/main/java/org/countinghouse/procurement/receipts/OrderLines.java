package org.countinghouse.procurement.receipts;

import java.util.List;
import java.util.Optional;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.PurchaseOrder;
import org.jspecify.annotations.Nullable;

/** Finds the line of an order that somebody else means. */
final class OrderLines {

  private OrderLines() {}

  /**
   * The line at this position or, where none is given, the only one with this item number.
   *
   * @param position as it was written; what is no number is no position
   */
  static Optional<OrderLine> find(
      PurchaseOrder order, @Nullable String position, @Nullable String supplierItem) {
    if (position != null && position.matches("0*[1-9]\\d{0,8}")) {
      return order.lineAt(Integer.parseInt(position));
    }
    if (supplierItem == null || position != null) {
      return Optional.empty();
    }
    List<OrderLine> named =
        order.lines().stream().filter(line -> supplierItem.equals(line.supplierItem())).toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }
}
