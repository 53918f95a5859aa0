package org.countinghouse.procurement;

import java.math.BigDecimal;
import java.util.Objects;

/** What a change of an issued order must keep. */
final class ChangeRules {

  private ChangeRules() {}

  /**
   * Refuses a change that contradicts what was agreed or happened.
   *
   * @param order with what was counted on its lines
   * @throws org.countinghouse.errors.BusinessException {@code procurement.supplier-fixed}, {@code
   *     procurement.nothing-changed}, {@code procurement.line-in-use}, {@code
   *     procurement.below-received}
   */
  static void check(PurchaseOrder order, OrderContent inForce, OrderContent wanted) {
    if (!Objects.equals(inForce.supplierId(), wanted.supplierId())
        || !inForce.currency().equals(wanted.currency())) {
      throw ProcurementError.SUPPLIER_FIXED.with(order.number());
    }
    if (inForce.equals(wanted)) {
      throw ProcurementError.NOTHING_CHANGED.with(order.number());
    }
    checkCounts(order, wanted);
  }

  /** The same for what came in while the change was on its way. */
  static void checkCounts(PurchaseOrder order, OrderContent wanted) {
    for (OrderLine line : order.lines()) {
      BigDecimal used = line.quantityKept().max(line.quantityInvoiced());
      boolean touched =
          line.quantityReceived().signum() != 0 || line.quantityInvoiced().signum() != 0;
      OrderContent.Line then = wanted.line(line.id()).orElse(null);
      if (then == null && touched) {
        throw ProcurementError.LINE_IN_USE.with(line.position());
      }
      if (then != null
          && then.quantity().compareTo(line.quantity()) < 0
          && then.quantity().compareTo(used) < 0) {
        throw ProcurementError.BELOW_RECEIVED.with(used.toPlainString(), line.position());
      }
    }
  }
}
