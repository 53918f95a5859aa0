package org.countinghouse.procurement.receipts;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.OrderProgress;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.receipts.Receipt.Decision;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a buyer does about deliveries that are held. Never who recorded them. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ReceiptDecisions {

  private final ReceiptStore store;
  private final Receipts receipts;
  private final OrderProgress progress;
  private final ApplicationEventPublisher events;

  ReceiptDecisions(
      ReceiptStore store,
      Receipts receipts,
      OrderProgress progress,
      ApplicationEventPublisher events) {
    this.store = store;
    this.receipts = receipts;
    this.progress = progress;
    this.events = events;
  }

  /**
   * Takes all of a held delivery, what is still wanted of it, or nothing.
   *
   * @param reason 3 to 500 characters
   * @return the receipt, {@code RECORDED} or {@code REFUSED}
   * @throws BusinessException {@code procurement.receipt-unknown}, {@code
   *     procurement.receipt-state}, {@code procurement.receipt-decider-is-recorder}, {@code
   *     procurement.receipt-reason}, {@code procurement.receipt-nothing-to-keep} when nothing is
   *     left to cut to, {@code procurement.receipt-order-state} when the order has ended meanwhile
   *     and something is to be taken
   */
  public Receipt decide(UUID receiptId, Decision decision, String reason, Actor by) {
    PurchaseOrder order = progress.lock(store.require(receiptId).orderId());
    Receipt held = store.lock(receiptId);
    if (held.state() != Receipt.State.HELD) {
      throw ReceiptError.STATE.with(held.number(), held.state(), "decided");
    }
    if (held.recordedBy().equals(by.username())) {
      throw ReceiptError.DECIDER_IS_RECORDER.with(by.username(), held.number());
    }
    String why = Corrections.reason(reason);
    Map<UUID, BigDecimal> taken = taken(order, held, decision);
    Receipt decided = store.decide(held, decision, taken, why, by);
    events.publishEvent(
        new ReceiptDecided(
            Ids.next(),
            order.organizationId(),
            order.id(),
            order.number(),
            held.id(),
            held.number(),
            store.now()));
    if (decision != Decision.REFUSE) {
      receipts.count(order, decided, by);
    }
    return decided;
  }

  /** What is taken of each line, by its id. */
  private static Map<UUID, BigDecimal> taken(PurchaseOrder order, Receipt held, Decision decision) {
    Map<UUID, BigDecimal> taken = new HashMap<>();
    if (decision == Decision.REFUSE) {
      return taken;
    }
    if (order.state() != PurchaseOrder.State.ISSUED) {
      throw ReceiptError.ORDER_STATE.with(order.number(), order.state());
    }
    for (Receipt.Line line : held.lines()) {
      OrderLine ordered =
          order
              .line(line.orderLineId())
              .orElseThrow(
                  () -> ReceiptError.LINE_UNKNOWN.with(order.number(), line.orderLineId()));
      taken.put(
          line.id(),
          decision == Decision.ACCEPT
              ? line.delivered()
              : line.delivered().min(ordered.quantityOutstanding()));
    }
    if (taken.values().stream().allMatch(quantity -> quantity.signum() == 0)) {
      throw ReceiptError.NOTHING_TO_KEEP.with(held.number());
    }
    return taken;
  }
}
