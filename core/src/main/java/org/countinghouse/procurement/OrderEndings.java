package org.countinghouse.procurement;

import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How orders end before everything came: cancelled, or closed with a rest. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class OrderEndings {

  private final OrderStore store;
  private final OrderMapper mapper;
  private final OrderDrafting drafting;
  private final OrderDiary diary;

  OrderEndings(OrderStore store, OrderMapper mapper, OrderDrafting drafting, OrderDiary diary) {
    this.store = store;
    this.mapper = mapper;
    this.drafting = drafting;
    this.diary = diary;
  }

  /**
   * Cancels an order. One that was never issued is withdrawn; an issued one only while nothing of
   * it was kept or invoiced. A change on its way is withdrawn with it.
   *
   * @throws BusinessException {@code procurement.order-unknown}, {@code procurement.state}, {@code
   *     procurement.received}, {@code procurement.reason}
   */
  public PurchaseOrder cancel(UUID orderId, String reason, Actor by) {
    PurchaseOrder order = store.lock(orderId);
    String why = Reasons.require(reason);
    if (order.state().isBeforeIssue()) {
      withdrawOpen(orderId, why, by);
      return store.require(orderId);
    }
    requireIssued(order, "cancelled");
    for (OrderLine line : order.lines()) {
      if (line.quantityKept().signum() != 0 || line.quantityInvoiced().signum() != 0) {
        throw ProcurementError.RECEIVED.with(
            order.number(),
            line.position(),
            line.quantityKept().toPlainString(),
            line.quantityInvoiced().toPlainString());
      }
    }
    withdrawOpen(orderId, why, by);
    mapper.end(orderId, PurchaseOrder.State.CANCELLED, by.username(), store.now(), why);
    diary.wrote(order, "cancelled", why, by);
    diary.cancelled(order, true);
    return store.require(orderId);
  }

  /**
   * Closes an issued order: what did not come will not. Its commitment is released.
   *
   * @throws BusinessException {@code procurement.order-unknown}, {@code procurement.state}, {@code
   *     procurement.invoice-outstanding} while something that was kept is not invoiced, {@code
   *     procurement.reason}
   */
  public PurchaseOrder close(UUID orderId, String reason, Actor by) {
    PurchaseOrder order = store.lock(orderId);
    String why = Reasons.require(reason);
    requireIssued(order, "closed");
    for (OrderLine line : order.lines()) {
      var open = line.quantityKept().subtract(line.quantityInvoiced());
      if (open.signum() > 0 && !line.net().isZero()) {
        throw ProcurementError.INVOICE_OUTSTANDING.with(
            order.number(), line.position(), open.toPlainString());
      }
    }
    withdrawOpen(orderId, why, by);
    mapper.end(orderId, PurchaseOrder.State.CLOSED, by.username(), store.now(), why);
    diary.wrote(order, "closed", why, by);
    diary.closed(order);
    return store.require(orderId);
  }

  private static void requireIssued(PurchaseOrder order, String wanted) {
    if (order.state() != PurchaseOrder.State.ISSUED) {
      throw ProcurementError.STATE.with(order.number(), order.state(), wanted);
    }
  }

  private void withdrawOpen(UUID orderId, String why, Actor by) {
    store.versions(orderId).stream()
        .filter(version -> version.state().isOpen())
        .forEach(version -> drafting.withdraw(version.id(), why, by));
  }
}
