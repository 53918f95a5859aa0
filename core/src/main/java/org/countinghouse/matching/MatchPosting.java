package org.countinghouse.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.ids.Ids;
import org.countinghouse.matching.MatchMapper.RecordRow;
import org.countinghouse.matching.MatchMapper.Rest;
import org.countinghouse.money.Money;
import org.countinghouse.payables.Disputes;
import org.countinghouse.payables.InvoicePosted;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.procurement.OrderProgress;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps, in the posting transaction, what an invoice took of which receipt, counts it on the order,
 * and tells an invoice that its credit note came.
 */
@Component
class MatchPosting {

  private final MatchStore store;
  private final MatchMapper mapper;
  private final Invoices invoices;
  private final OrderProgress progress;
  private final Disputes disputes;
  private final Clock clock;

  MatchPosting(
      MatchStore store,
      MatchMapper mapper,
      Invoices invoices,
      OrderProgress progress,
      Disputes disputes,
      Clock clock) {
    this.store = store;
    this.mapper = mapper;
    this.invoices = invoices;
    this.progress = progress;
    this.disputes = disputes;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(InvoicePosted event) {
    store
        .find(event.invoiceId())
        .filter(match -> match.state() != MatchState.UNORDERED)
        .ifPresent(this::record);
  }

  private void record(Match match) {
    boolean cleared = match.state() == MatchState.MATCHED || match.state() == MatchState.ACCEPTED;
    if (!cleared) {
      throw new IllegalStateException(
          "invoice " + match.invoiceId() + " is posted while its match is " + match.state());
    }
    SupplierInvoice invoice = invoices.require(match.invoiceId());
    UUID orderId = match.orderId();
    if (orderId != null) {
      progress.lock(orderId);
      count(match, orderId);
    }
    mapper.updateState(match.invoiceId(), MatchState.POSTED, clock.instant());
    UUID credited = match.creditedInvoiceId();
    if (credited != null) {
      disputes.credited(
          credited, invoice.totals().gross(), invoice.documentNumber(), Matching.MATCHER);
    }
  }

  private void count(Match match, UUID orderId) {
    List<Rest> rests =
        new ArrayList<>(
            match.creditedInvoiceId() == null
                ? mapper.listReceiptRests(match.organizationId(), orderId)
                : mapper.listTaken(match.organizationId(), match.creditedInvoiceId()));
    List<RecordRow> records = new ArrayList<>();
    Map<UUID, BigDecimal> counted = new LinkedHashMap<>();
    for (MatchedLine line : match.lines()) {
      UUID orderLine = line.orderLineId();
      if (orderLine != null && line.counted().signum() != 0) {
        counted.merge(orderLine, line.counted(), BigDecimal::add);
        records.addAll(records(match, line, orderLine, rests));
      }
    }
    if (!records.isEmpty()) {
      mapper.insertRecords(records);
      progress.invoiced(orderId, counted, Matching.MATCHER);
    }
  }

  /**
   * The line over the receipts it takes, the oldest first; a credit note gives back to those its
   * invoice took, the newest first. What no receipt covers stands alone.
   */
  private List<RecordRow> records(Match match, MatchedLine line, UUID orderLine, List<Rest> rests) {
    BigDecimal open = line.counted().abs();
    boolean givesBack = line.counted().signum() < 0;
    List<Rest> taken = new ArrayList<>();
    for (int i = 0; i < rests.size() && open.signum() > 0; i++) {
      Rest rest = rests.get(i);
      if (rest.orderLineId().equals(orderLine) && rest.quantity().signum() > 0) {
        BigDecimal part = rest.quantity().min(open);
        taken.add(new Rest(rest.receiptLineId(), orderLine, part));
        rests.set(i, new Rest(rest.receiptLineId(), orderLine, rest.quantity().subtract(part)));
        open = open.subtract(part);
      }
    }
    if (open.signum() > 0) {
      taken.add(new Rest(null, orderLine, open));
    }
    List<RecordRow> records = new ArrayList<>();
    Money left = givesBack ? line.net().negated() : line.net();
    Money whole = left;
    BigDecimal total = line.counted().abs();
    for (int i = 0; i < taken.size(); i++) {
      Rest part = taken.get(i);
      Money net =
          i == taken.size() - 1
              ? left
              : whole.times(
                  part.quantity().divide(total, 12, RoundingMode.HALF_UP), RoundingMode.HALF_UP);
      left = left.minus(net);
      records.add(
          new RecordRow(
              Ids.next(),
              match.organizationId(),
              match.invoiceId(),
              line.position(),
              orderLine,
              part.receiptLineId(),
              givesBack ? part.quantity().negate() : part.quantity(),
              net.amount(),
              net.currency().getCurrencyCode(),
              clock.instant()));
    }
    return records;
  }
}
