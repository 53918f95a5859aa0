package org.countinghouse.procurement.receipts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.OrderProgress;
import org.countinghouse.procurement.PurchaseOrder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoes a receipt or return that was recorded wrongly, by its mirror image of today. What really
 * came is then recorded anew. Not for goods that went back: that is a return.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Corrections {

  private static final int REASON_LENGTH_MIN = 3;
  private static final int REASON_LENGTH_MAX = 500;

  private final ReceiptStore store;
  private final OrderProgress progress;
  private final ApplicationEventPublisher events;

  Corrections(ReceiptStore store, OrderProgress progress, ApplicationEventPublisher events) {
    this.store = store;
    this.progress = progress;
    this.events = events;
  }

  /**
   * Undoes it, whole.
   *
   * @param reason 3 to 500 characters
   * @return the mirror image
   * @throws BusinessException {@code procurement.receipt-unknown}, {@code
   *     procurement.receipt-state} when it does not count, {@code procurement.receipt-corrected},
   *     {@code procurement.receipt-is-correction}, {@code procurement.receipt-reason}, {@code
   *     procurement.receipt-returned} when part of it went back, {@code
   *     procurement.receipt-invoiced} when more than would be left is invoiced
   */
  public Receipt correct(UUID receiptId, String reason, Actor by) {
    PurchaseOrder order = progress.lock(store.require(receiptId).orderId());
    Receipt wrong = store.lock(receiptId);
    requireCorrectable(order, wrong);
    Receipt mirror =
        store.insert(
            new ReceiptStore.Head(
                wrong.organizationId(),
                wrong.orderId(),
                wrong.kind(),
                Receipt.State.RECORDED,
                Receipt.Source.PERSON,
                store.today(wrong.organizationId()),
                wrong.deliveryNote(),
                reason(reason),
                null,
                wrong.id()),
            mirrored(wrong.lines()),
            by);
    Map<UUID, BigDecimal> counts = CountedLines.counts(mirror);
    if (wrong.kind() == Receipt.Kind.RECEIPT) {
      progress.received(order.id(), counts, by);
    } else {
      progress.returned(order.id(), counts, by);
    }
    events.publishEvent(
        new ReceiptCorrected(
            Ids.next(),
            order.organizationId(),
            order.id(),
            order.number(),
            wrong.id(),
            wrong.number(),
            store.now()));
    return mirror;
  }

  /** The text without surrounding space, when it says anything. */
  static String reason(String text) {
    String reason = text.strip();
    if (reason.length() < REASON_LENGTH_MIN || reason.length() > REASON_LENGTH_MAX) {
      throw ReceiptError.REASON.with();
    }
    return reason;
  }

  private void requireCorrectable(PurchaseOrder order, Receipt wrong) {
    if (wrong.state() != Receipt.State.RECORDED) {
      throw ReceiptError.STATE.with(wrong.number(), wrong.state(), "corrected");
    }
    if (wrong.correctsId() != null) {
      throw ReceiptError.IS_CORRECTION.with(wrong.number());
    }
    if (wrong.corrected()) {
      String by =
          store.ofOrder(order.id()).stream()
              .filter(each -> wrong.id().equals(each.correctsId()))
              .map(Receipt::number)
              .collect(Collectors.joining());
      throw ReceiptError.CORRECTED.with(wrong.number(), by);
    }
    if (wrong.kind() == Receipt.Kind.RECEIPT) {
      wrong.lines().forEach(line -> requireUnused(order, line));
    }
  }

  private static void requireUnused(PurchaseOrder order, Receipt.Line line) {
    OrderLine ordered = order.line(line.orderLineId()).orElse(null);
    if (ordered == null) {
      throw ReceiptError.LINE_UNKNOWN.with(order.number(), line.orderLineId());
    }
    BigDecimal left = ordered.quantityKept().subtract(line.quantity());
    if (left.signum() < 0) {
      throw ReceiptError.RETURNED.with(
          ordered.position(), Receipts.plain(ordered.quantityReturned()));
    }
    if (left.compareTo(ordered.quantityInvoiced()) < 0 && line.quantity().signum() != 0) {
      throw ReceiptError.INVOICED.with(
          ordered.position(),
          Receipts.plain(ordered.quantityInvoiced()),
          Receipts.plain(line.quantity()),
          Receipts.plain(left));
    }
  }

  private static List<Receipt.Line> mirrored(List<Receipt.Line> lines) {
    return lines.stream()
        .filter(line -> line.quantity().signum() != 0)
        .map(
            line ->
                new Receipt.Line(
                    Ids.next(),
                    line.orderLineId(),
                    line.quantity().negate(),
                    line.unit(),
                    line.quantity().negate(),
                    line.quantity().negate(),
                    line.unit()))
        .toList();
  }
}
