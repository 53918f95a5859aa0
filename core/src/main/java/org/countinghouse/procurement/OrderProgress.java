package org.countinghouse.procurement;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.procurement.OrderMapper.Counts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts on the lines of issued orders what came, what went back and what was invoiced. How much
 * more than ordered is let through is for the caller to say; here it is only counted. Each call
 * locks the order first, so that whoever checks {@link #lock} before counting sees figures that
 * stay.
 *
 * <p>An order whose lines all came (where a receipt is required) and are all invoiced closes by
 * itself, in the counting transaction.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class OrderProgress {

  private final OrderStore store;
  private final OrderMapper mapper;
  private final OrderDiary diary;

  OrderProgress(OrderStore store, OrderMapper mapper, OrderDiary diary) {
    this.store = store;
    this.mapper = mapper;
    this.diary = diary;
  }

  /**
   * The order, nobody else counting on it until this transaction ends.
   *
   * @throws BusinessException {@code procurement.order-unknown}
   */
  public PurchaseOrder lock(UUID orderId) {
    return store.lock(orderId);
  }

  /**
   * Counts what came. A negative quantity takes back what was recorded wrongly.
   *
   * @param quantities by line id, in the line's unit
   * @return the order as it is now
   * @throws BusinessException {@code procurement.state} when the order is not issued (what was
   *     recorded wrongly may be taken back from a closed one), {@code procurement.line-unknown},
   *     {@code procurement.returned-too-much}
   */
  public PurchaseOrder received(UUID orderId, Map<UUID, BigDecimal> quantities, Actor by) {
    PurchaseOrder order = store.lock(orderId);
    boolean takesBack = quantities.values().stream().allMatch(each -> each.signum() < 0);
    if (order.state() != PurchaseOrder.State.ISSUED
        && !(takesBack && order.state() == PurchaseOrder.State.CLOSED)) {
      throw ProcurementError.STATE.with(order.number(), order.state(), "received");
    }
    requireLines(order, quantities);
    quantities.forEach(
        (lineId, quantity) ->
            requireReturnable(
                order, lineId, quantity.signum() < 0 ? quantity.negate() : BigDecimal.ZERO));
    quantities.forEach(
        (lineId, quantity) ->
            mapper.count(lineId, new Counts(quantity, BigDecimal.ZERO, BigDecimal.ZERO)));
    return closeWhenComplete(orderId, by);
  }

  /**
   * Counts what went back to the supplier. A negative quantity takes a wrong record back.
   *
   * @return the order as it is now
   * @throws BusinessException {@code procurement.state}, {@code procurement.line-unknown}, {@code
   *     procurement.returned-too-much}
   */
  public PurchaseOrder returned(UUID orderId, Map<UUID, BigDecimal> quantities, Actor by) {
    PurchaseOrder order = requireDelivering(orderId, "returned");
    requireLines(order, quantities);
    quantities.forEach((lineId, quantity) -> requireReturnable(order, lineId, quantity));
    quantities.forEach(
        (lineId, quantity) ->
            mapper.count(lineId, new Counts(BigDecimal.ZERO, quantity, BigDecimal.ZERO)));
    return closeWhenComplete(orderId, by);
  }

  /**
   * Counts what was invoiced when the invoice is posted, which releases the commitment; a credit
   * note counts negative.
   *
   * @return the order as it is now
   * @throws BusinessException {@code procurement.state}, {@code procurement.line-unknown}
   */
  public PurchaseOrder invoiced(UUID orderId, Map<UUID, BigDecimal> quantities, Actor by) {
    PurchaseOrder order = requireDelivering(orderId, "invoiced");
    requireLines(order, quantities);
    quantities.forEach(
        (lineId, quantity) ->
            mapper.count(lineId, new Counts(BigDecimal.ZERO, BigDecimal.ZERO, quantity)));
    return closeWhenComplete(orderId, by);
  }

  private PurchaseOrder requireDelivering(UUID orderId, String wanted) {
    PurchaseOrder order = store.lock(orderId);
    if (order.state() != PurchaseOrder.State.ISSUED
        && order.state() != PurchaseOrder.State.CLOSED) {
      throw ProcurementError.STATE.with(order.number(), order.state(), wanted);
    }
    return order;
  }

  private static void requireLines(PurchaseOrder order, Map<UUID, BigDecimal> quantities) {
    for (UUID lineId : quantities.keySet()) {
      if (order.line(lineId).isEmpty()) {
        throw ProcurementError.LINE_UNKNOWN.with(lineId);
      }
    }
  }

  private static void requireReturnable(PurchaseOrder order, UUID lineId, BigDecimal quantity) {
    OrderLine line = order.line(lineId).orElseThrow();
    BigDecimal returnedAfter = line.quantityReturned().add(quantity);
    if (line.quantityKept().compareTo(quantity) < 0 || returnedAfter.signum() < 0) {
      throw ProcurementError.RETURNED_TOO_MUCH.with(
          line.position(), order.number(), line.quantityKept().toPlainString());
    }
  }

  /** Not while a change is on its way: it may order more. */
  PurchaseOrder closeWhenComplete(UUID orderId, Actor by) {
    PurchaseOrder order = store.require(orderId);
    boolean complete =
        order.state() == PurchaseOrder.State.ISSUED
            && order.lines().stream().allMatch(OrderProgress::isComplete)
            && store.versions(orderId).stream().noneMatch(version -> version.state().isOpen());
    if (!complete) {
      return order;
    }
    mapper.end(
        orderId,
        PurchaseOrder.State.CLOSED,
        Actor.system("procurement").username(),
        store.now(),
        null);
    diary.wrote(order, "completed", null, by);
    diary.closed(order);
    return store.require(orderId);
  }

  private static boolean isComplete(OrderLine line) {
    return line.quantityUninvoiced().signum() == 0
        && (!line.receiptRequired() || line.quantityOutstanding().signum() == 0);
  }
}
