package org.countinghouse.procurement.receipts;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.receipts.ReceiptMapper.LineRow;
import org.countinghouse.procurement.receipts.ReceiptMapper.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Receipts between rows and values: their numbers, their trace in the audit log. */
@Component
class ReceiptStore {

  static final String RESOURCE = "procurement.receipt";

  private final ReceiptMapper mapper;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  ReceiptStore(ReceiptMapper mapper, Organizations organizations, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /** Now, as precisely as the database keeps it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Today, where the organization is. */
  LocalDate today(UUID organizationId) {
    return LocalDate.now(clock.withZone(organizations.byId(organizationId).zone()));
  }

  Optional<Receipt> find(UUID id) {
    return Optional.ofNullable(mapper.find(id)).map(row -> assemble(List.of(row)).get(0));
  }

  Receipt require(UUID id) {
    return find(id).orElseThrow(() -> ReceiptError.UNKNOWN.with(id));
  }

  /** The receipt, nobody else deciding about it until this transaction ends. */
  Receipt lock(UUID id) {
    Row row = mapper.lockById(id);
    if (row == null) {
      throw ReceiptError.UNKNOWN.with(id);
    }
    return assemble(List.of(row)).get(0);
  }

  Optional<Receipt> byNumber(UUID organizationId, String number) {
    return Optional.ofNullable(mapper.findByNumber(organizationId, number))
        .map(row -> assemble(List.of(row)).get(0));
  }

  List<Receipt> ofOrder(UUID orderId) {
    return assemble(mapper.listByOrder(orderId));
  }

  List<Receipt> open(UUID organizationId, Receipt.State state) {
    return assemble(mapper.listOpen(organizationId, state));
  }

  Optional<Receipt> delivery(UUID orderId, String deliveryNote, Receipt.State... states) {
    return Optional.ofNullable(mapper.findDelivery(orderId, deliveryNote, List.of(states)))
        .map(row -> assemble(List.of(row)).get(0));
  }

  /** What a new row says besides what everyone does. */
  record Head(
      UUID organizationId,
      UUID orderId,
      Receipt.Kind kind,
      Receipt.State state,
      Receipt.Source source,
      LocalDate occurredOn,
      @Nullable String deliveryNote,
      @Nullable String reason,
      @Nullable UUID documentId,
      @Nullable UUID correctsId) {

    private String series() {
      if (state == Receipt.State.ANNOUNCED) {
        return "DA";
      }
      return kind == Receipt.Kind.RECEIPT ? "GR" : "RT";
    }
  }

  Receipt insert(Head head, List<Receipt.Line> lines, Actor by) {
    Instant at = now();
    UUID id = Ids.next();
    var row =
        new Row(
            id,
            head.organizationId(),
            head.orderId(),
            nextNumber(head),
            head.kind(),
            head.state(),
            head.source(),
            head.occurredOn(),
            head.deliveryNote(),
            head.reason(),
            head.documentId(),
            head.correctsId(),
            false,
            by.username(),
            at,
            null,
            null,
            null);
    mapper.insert(row);
    mapper.insertLines(
        lines.stream()
            .map(
                line ->
                    new LineRow(
                        line.id(),
                        head.organizationId(),
                        id,
                        line.orderLineId(),
                        line.statedQuantity(),
                        line.statedUnit(),
                        line.delivered(),
                        line.quantity(),
                        line.unit()))
            .toList());
    Receipt receipt = row.receipt(lines);
    wrote(receipt, action(head), by);
    return receipt;
  }

  Receipt decide(
      Receipt held,
      Receipt.Decision decision,
      Map<UUID, BigDecimal> quantities,
      String reason,
      Actor by) {
    for (Receipt.Line line : held.lines()) {
      BigDecimal taken = quantities.getOrDefault(line.id(), BigDecimal.ZERO);
      if (taken.compareTo(line.quantity()) != 0) {
        mapper.updateQuantity(line.id(), taken);
      }
    }
    Receipt.State state =
        decision == Receipt.Decision.REFUSE ? Receipt.State.REFUSED : Receipt.State.RECORDED;
    if (mapper.decide(held.id(), state, decision, by.username(), now(), reason) != 1) {
      throw ReceiptError.STATE.with(held.number(), held.state(), "decided");
    }
    Receipt decided = require(held.id());
    wrote(decided, "decided", by);
    return decided;
  }

  void confirm(Receipt announced, Actor by) {
    mapper.confirm(announced.id());
    wrote(require(announced.id()), "confirmed", by);
  }

  private void wrote(Receipt receipt, String action, Actor by) {
    audit.record(
        new AuditEntry(
            receipt.organizationId(), by, action, RESOURCE, receipt.number(), null, receipt));
  }

  private static String action(Head head) {
    if (head.correctsId() != null) {
      return "corrected";
    }
    return switch (head.state()) {
      case ANNOUNCED -> "announced";
      case HELD -> "held";
      default -> head.kind() == Receipt.Kind.RETURN ? "returned" : "received";
    };
  }

  private String nextNumber(Head head) {
    Organization organization = organizations.byId(head.organizationId());
    LocalDate day = head.occurredOn();
    int year =
        MonthDay.from(day).isBefore(organization.fiscalYearStart())
            ? day.getYear() - 1
            : day.getYear();
    String series = head.series();
    return "%s-%d-%06d".formatted(series, year, mapper.nextNumber(organization.id(), series, year));
  }

  private List<Receipt> assemble(List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<LineRow>> lines =
        mapper.listLines(rows.stream().map(Row::id).toList()).stream()
            .collect(Collectors.groupingBy(LineRow::receiptId, HashMap::new, Collectors.toList()));
    return rows.stream()
        .map(
            row ->
                row.receipt(
                    lines.getOrDefault(row.id(), List.of()).stream().map(LineRow::line).toList()))
        .toList();
  }
}
