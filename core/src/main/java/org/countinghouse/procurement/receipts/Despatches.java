package org.countinghouse.procurement.receipts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.receipts.Receipt.State;
import org.countinghouse.procurement.receipts.ReceiptRule.DespatchAdvice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What suppliers say they sent. One advice may be of several orders; each gets a receipt, or an
 * announcement where the supplier's word is not enough ({@link ReceiptRule}). The whole advice or
 * nothing of it is taken.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Despatches {

  private final Receipts receipts;
  private final ReceiptStore store;
  private final ReceiptRules rules;
  private final PurchaseOrders orders;
  private final Suppliers suppliers;

  Despatches(
      Receipts receipts,
      ReceiptStore store,
      ReceiptRules rules,
      PurchaseOrders orders,
      Suppliers suppliers) {
    this.receipts = receipts;
    this.store = store;
    this.rules = rules;
    this.orders = orders;
    this.suppliers = suppliers;
  }

  /** What an advice came to. */
  public record Outcome(List<Receipt> receipts, boolean isNew) {}

  /**
   * Takes an advice. One that was taken before, by its number and its orders, is taken no more.
   *
   * @param documentId what it was read from
   * @throws BusinessException {@code procurement.receipt-file-refused} with a finding for each line
   *     that is of no order of this supplier; those of {@link Receipts#record}
   */
  public Outcome take(UUID organizationId, ReceivedDespatch advice, UUID documentId, Actor by) {
    Map<PurchaseOrder, List<Counted>> counted = counted(organizationId, advice);
    List<Receipt> known =
        counted.keySet().stream().flatMap(order -> known(order, advice).stream()).toList();
    if (known.size() == counted.size()) {
      return new Outcome(known, false);
    }
    var taken = new ArrayList<Receipt>();
    counted.forEach(
        (order, lines) -> {
          var receipt =
              new NewReceipt(
                  order.id(),
                  advice.despatchedOn(),
                  advice.number(),
                  Receipt.Source.DESPATCH_ADVICE,
                  documentId,
                  lines);
          boolean counts =
              rules.of(organizationId, order.supplierId()).despatchAdvice()
                  == DespatchAdvice.RECEIVES;
          taken.add(counts ? receipts.record(receipt, by) : receipts.announce(receipt, by));
        });
    return new Outcome(taken, true);
  }

  private Optional<Receipt> known(PurchaseOrder order, ReceivedDespatch advice) {
    return store.delivery(
        order.id(),
        advice.number().strip(),
        State.RECORDED,
        State.HELD,
        State.ANNOUNCED,
        State.CONFIRMED);
  }

  private Map<PurchaseOrder, List<Counted>> counted(UUID organizationId, ReceivedDespatch advice) {
    UUID seller =
        suppliers
            .resolve(organizationId, advice.seller(), List.of())
            .map(Supplier::id)
            .orElse(null);
    var findings = new ArrayList<Finding>();
    Map<String, Optional<PurchaseOrder>> byNumber = new LinkedHashMap<>();
    Map<PurchaseOrder, List<Counted>> counted = new LinkedHashMap<>();
    for (ReceivedDespatch.Line line : advice.lines()) {
      PurchaseOrder order =
          byNumber
              .computeIfAbsent(
                  line.orderNumber(), number -> orders.byNumber(organizationId, number))
              .orElse(null);
      if (order == null) {
        findings.add(ReceiptError.FILE_ORDER_UNKNOWN.at(line.place(), line.orderNumber()));
      } else if (!Objects.equals(order.chosenSupplier(), seller)) {
        findings.add(
            ReceiptError.OTHER_SUPPLIER.at(line.place(), order.number(), advice.seller().name()));
      } else {
        OrderLines.find(order, line.position(), line.supplierItem())
            .ifPresentOrElse(
                found -> add(counted, order, found, line),
                () -> findings.add(ReceiptError.FILE_LINE.at(line.place(), order.number())));
      }
    }
    if (!findings.isEmpty()) {
      throw ReceiptError.FILE_REFUSED.withFindings(findings, findings.size());
    }
    return counted;
  }

  /** What is sent in several parcels of one advice came together. */
  private static void add(
      Map<PurchaseOrder, List<Counted>> counted,
      PurchaseOrder order,
      OrderLine line,
      ReceivedDespatch.Line sent) {
    List<Counted> lines = counted.computeIfAbsent(order, key -> new ArrayList<>());
    for (int i = 0; i < lines.size(); i++) {
      Counted before = lines.get(i);
      if (before.orderLineId().equals(line.id()) && Objects.equals(before.unit(), sent.unit())) {
        BigDecimal sum = before.quantity().add(sent.quantity());
        lines.set(i, new Counted(line.id(), sum, sent.unit()));
        return;
      }
    }
    lines.add(new Counted(line.id(), sent.quantity(), sent.unit()));
  }
}
