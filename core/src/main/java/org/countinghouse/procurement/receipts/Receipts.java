package org.countinghouse.procurement.receipts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.OrderProgress;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.receipts.Receipt.Kind;
import org.countinghouse.procurement.receipts.Receipt.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goods that came of an order. Any number of receipts may belong to one; what is beyond the order
 * and its tolerance ({@link ReceiptRule}) is refused or waits for a buyer. A delivery note counts
 * once per order, whoever records it and however: a despatch advice, a file and the warehouse often
 * report the same boxes.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Receipts {

  private static final int NOTE_LENGTH_MAX = 100;

  private final ReceiptStore store;
  private final ReceiptRules rules;
  private final OrderProgress progress;
  private final ApplicationEventPublisher events;

  Receipts(
      ReceiptStore store,
      ReceiptRules rules,
      OrderProgress progress,
      ApplicationEventPublisher events) {
    this.store = store;
    this.rules = rules;
    this.progress = progress;
    this.events = events;
  }

  /**
   * The receipt, return or announcement of this id.
   *
   * @throws BusinessException {@code procurement.receipt-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Receipt require(UUID id) {
    return store.require(id);
  }

  /** The one of this number, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Receipt> find(UUID organizationId, String number) {
    return store.byNumber(organizationId, number);
  }

  /** Everything that was recorded, announced or held for an order, the oldest first. */
  @Transactional(readOnly = true)
  public List<Receipt> of(UUID orderId) {
    return store.ofOrder(orderId);
  }

  /** What waits: {@code HELD} for a buyer, {@code ANNOUNCED} for the goods; at most 500. */
  @Transactional(readOnly = true)
  public List<Receipt> waiting(UUID organizationId, State state) {
    return store.open(organizationId, state);
  }

  /** The receipt that recorded this delivery and was not corrected, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Receipt> delivery(UUID orderId, String deliveryNote) {
    return store.delivery(orderId, deliveryNote.strip(), State.RECORDED, State.HELD);
  }

  /**
   * Records what came. It counts at once, unless a line is beyond what is taken without asking:
   * then the whole delivery is held.
   *
   * @return the receipt, {@code RECORDED} or {@code HELD}
   * @throws BusinessException {@code procurement.order-unknown}, {@code
   *     procurement.receipt-order-state}, {@code procurement.receipt-date}, {@code
   *     procurement.receipt-duplicate}, {@code procurement.receipt-over-delivery} where the rule
   *     refuses instead of holding, and those of lines ({@code procurement.receipt-nothing}, {@code
   *     -line-unknown}, {@code -line-twice}, {@code -quantity}, {@code -unit})
   */
  public Receipt record(NewReceipt wanted, Actor by) {
    PurchaseOrder order = progress.lock(wanted.orderId());
    List<Receipt.Line> lines = check(order, wanted);
    requireNew(order, wanted.deliveryNote(), State.RECORDED, State.HELD);
    ReceiptRule rule = rules.of(order.organizationId(), order.supplierId());
    List<Finding> beyond = beyond(order, lines, rule);
    if (!beyond.isEmpty() && rule.beyond() == ReceiptRule.Beyond.REFUSE) {
      throw overDelivery(order, lines, rule, beyond);
    }
    confirmAnnouncement(order, wanted, by);
    State state = beyond.isEmpty() ? State.RECORDED : State.HELD;
    Receipt receipt = store.insert(head(order, wanted, state), lines, by);
    if (state == State.RECORDED) {
      count(order, receipt, by);
    } else {
      events.publishEvent(
          new ReceiptHeld(
              Ids.next(),
              order.organizationId(),
              order.id(),
              order.number(),
              receipt.id(),
              receipt.number(),
              store.now()));
    }
    return receipt;
  }

  /**
   * Keeps what a supplier says is on its way. It counts for nothing; a receipt with the same
   * delivery note confirms it.
   *
   * @throws BusinessException as {@link #record}
   */
  public Receipt announce(NewReceipt wanted, Actor by) {
    PurchaseOrder order = progress.lock(wanted.orderId());
    List<Receipt.Line> lines = check(order, wanted);
    requireNew(
        order, wanted.deliveryNote(), State.RECORDED, State.HELD, State.ANNOUNCED, State.CONFIRMED);
    return store.insert(head(order, wanted, State.ANNOUNCED), lines, by);
  }

  /** Makes a recorded receipt count, and says so. */
  void count(PurchaseOrder order, Receipt receipt, Actor by) {
    progress.received(order.id(), CountedLines.counts(receipt), by);
    events.publishEvent(
        new GoodsReceived(
            Ids.next(),
            order.organizationId(),
            order.id(),
            order.number(),
            receipt.id(),
            receipt.number(),
            store.now()));
  }

  private List<Receipt.Line> check(PurchaseOrder order, NewReceipt wanted) {
    if (order.state() != PurchaseOrder.State.ISSUED) {
      throw ReceiptError.ORDER_STATE.with(order.number(), order.state());
    }
    if (wanted.receivedOn().isAfter(store.today(order.organizationId()))) {
      throw ReceiptError.DATE.with(wanted.receivedOn());
    }
    String note = wanted.deliveryNote();
    if (note != null && note.length() > NOTE_LENGTH_MAX) {
      throw ReceiptError.DELIVERY_NOTE.with();
    }
    return CountedLines.of(order, wanted.lines());
  }

  private void requireNew(PurchaseOrder order, @Nullable String note, State... standing) {
    if (note != null) {
      store
          .delivery(order.id(), note, standing)
          .ifPresent(
              known -> {
                throw ReceiptError.DUPLICATE.with(note, order.number(), known.number());
              });
    }
  }

  private void confirmAnnouncement(PurchaseOrder order, NewReceipt wanted, Actor by) {
    if (wanted.deliveryNote() != null) {
      store
          .delivery(order.id(), wanted.deliveryNote(), State.ANNOUNCED)
          .ifPresent(announced -> store.confirm(announced, by));
    }
  }

  private static List<Finding> beyond(
      PurchaseOrder order, List<Receipt.Line> lines, ReceiptRule rule) {
    var findings = new ArrayList<Finding>();
    for (Receipt.Line line : lines) {
      OrderLine ordered = order.line(line.orderLineId()).orElseThrow();
      BigDecimal kept = ordered.quantityKept().add(line.delivered());
      if (kept.compareTo(rule.limit(ordered.quantity())) > 0) {
        findings.add(
            ReceiptError.OVER_DELIVERY.at(
                "line " + ordered.position(), details(ordered, line, rule)));
      }
    }
    return findings;
  }

  private static BusinessException overDelivery(
      PurchaseOrder order, List<Receipt.Line> lines, ReceiptRule rule, List<Finding> beyond) {
    for (Receipt.Line line : lines) {
      OrderLine ordered = order.line(line.orderLineId()).orElseThrow();
      if (beyond.get(0).place().equals("line " + ordered.position())) {
        return ReceiptError.OVER_DELIVERY.withFindings(beyond, details(ordered, line, rule));
      }
    }
    throw new IllegalStateException("a finding of no line");
  }

  private static Object[] details(OrderLine ordered, Receipt.Line line, ReceiptRule rule) {
    return new Object[] {
      ordered.position(),
      plain(line.delivered()),
      plain(ordered.quantityKept().add(line.delivered())),
      plain(ordered.quantity()),
      plain(rule.limit(ordered.quantity()))
    };
  }

  private static ReceiptStore.Head head(PurchaseOrder order, NewReceipt wanted, State state) {
    return new ReceiptStore.Head(
        order.organizationId(),
        order.id(),
        Kind.RECEIPT,
        state,
        wanted.source(),
        wanted.receivedOn(),
        wanted.deliveryNote(),
        null,
        wanted.documentId(),
        null);
  }

  static String plain(BigDecimal quantity) {
    return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
  }
}
