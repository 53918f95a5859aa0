package org.countinghouse.procurement.receipts;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.OrderProgress;
import org.countinghouse.procurement.PurchaseOrder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goods that go back to their supplier, always with a reason. What goes back of an issued order is
 * expected anew; of what was invoiced a credit note is expected.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Returns {

  private final ReceiptStore store;
  private final OrderProgress progress;
  private final ApplicationEventPublisher events;

  Returns(ReceiptStore store, OrderProgress progress, ApplicationEventPublisher events) {
    this.store = store;
    this.progress = progress;
    this.events = events;
  }

  /**
   * Records what goes back.
   *
   * @throws BusinessException {@code procurement.order-unknown}, {@code
   *     procurement.return-order-state}, {@code procurement.return-above-kept}, {@code
   *     procurement.receipt-reason}, {@code procurement.receipt-date}, and those of lines as {@link
   *     Receipts#record}
   */
  public Receipt record(NewReturn wanted, Actor by) {
    PurchaseOrder order = progress.lock(wanted.orderId());
    if (order.state() != PurchaseOrder.State.ISSUED
        && order.state() != PurchaseOrder.State.CLOSED) {
      throw ReceiptError.RETURN_ORDER_STATE.with(order.number(), order.state());
    }
    if (wanted.returnedOn().isAfter(store.today(order.organizationId()))) {
      throw ReceiptError.DATE.with(wanted.returnedOn());
    }
    String reason = Corrections.reason(wanted.reason());
    List<Receipt.Line> lines = CountedLines.of(order, wanted.lines());
    requireKept(order, lines);
    Receipt returned =
        store.insert(
            new ReceiptStore.Head(
                order.organizationId(),
                order.id(),
                Receipt.Kind.RETURN,
                Receipt.State.RECORDED,
                wanted.source(),
                wanted.returnedOn(),
                null,
                reason,
                wanted.documentId(),
                null),
            lines,
            by);
    progress.returned(order.id(), CountedLines.counts(returned), by);
    events.publishEvent(
        new GoodsReturned(
            Ids.next(),
            order.organizationId(),
            order.id(),
            order.number(),
            returned.id(),
            returned.number(),
            store.now()));
    return returned;
  }

  private static void requireKept(PurchaseOrder order, List<Receipt.Line> lines) {
    var findings = new ArrayList<Finding>();
    Object[] first = null;
    for (Receipt.Line line : lines) {
      OrderLine ordered = order.line(line.orderLineId()).orElseThrow();
      if (line.delivered().compareTo(ordered.quantityKept()) > 0) {
        Object[] details = {
          ordered.position(),
          Receipts.plain(line.delivered()),
          Receipts.plain(ordered.quantityKept())
        };
        first = first == null ? details : first;
        findings.add(ReceiptError.ABOVE_KEPT.at("line " + ordered.position(), details));
      }
    }
    if (first != null) {
      throw ReceiptError.ABOVE_KEPT.withFindings(findings, first);
    }
  }
}
