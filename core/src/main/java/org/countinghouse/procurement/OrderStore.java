package org.countinghouse.procurement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.OrderMapper.LineRow;
import org.countinghouse.procurement.OrderMapper.OrderRow;
import org.countinghouse.procurement.OrderMapper.VersionRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders and their versions between rows and values. */
@Component
class OrderStore {

  static final String SERIES = "ORD";

  private final OrderMapper mapper;
  private final Organizations organizations;
  private final ObjectMapper json;
  private final Clock clock;

  OrderStore(OrderMapper mapper, Organizations organizations, ObjectMapper json, Clock clock) {
    this.mapper = mapper;
    this.organizations = organizations;
    this.json = json;
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

  PurchaseOrder require(UUID id) {
    return order(known(mapper.find(id), id));
  }

  /** The order, nobody else working on it until this transaction ends. */
  PurchaseOrder lock(UUID id) {
    return order(known(mapper.lockById(id), id));
  }

  Optional<PurchaseOrder> find(UUID organizationId, String number) {
    return Optional.ofNullable(mapper.findByNumber(organizationId, number)).map(this::order);
  }

  List<PurchaseOrder> list(OrderFilter filter) {
    List<OrderRow> rows = mapper.list(filter);
    if (rows.isEmpty()) {
      return List.of();
    }
    Currency base = organizations.byId(filter.organizationId()).baseCurrency();
    Map<UUID, List<LineRow>> lines = new HashMap<>();
    mapper
        .listLines(rows.stream().map(OrderRow::id).toList())
        .forEach(line -> lines.computeIfAbsent(line.orderId(), id -> new ArrayList<>()).add(line));
    return rows.stream()
        .map(row -> OrderRows.order(row, lines.getOrDefault(row.id(), List.of()), base))
        .toList();
  }

  OrderVersion requireVersion(UUID id) {
    VersionRow row = mapper.findVersion(id);
    if (row == null) {
      throw ProcurementError.VERSION_UNKNOWN.with(id);
    }
    return version(row);
  }

  List<OrderVersion> versions(UUID orderId) {
    return mapper.listVersions(orderId).stream().map(this::version).toList();
  }

  Optional<OrderVersion> inForce(UUID orderId) {
    return versions(orderId).stream()
        .filter(version -> version.state() == OrderVersion.State.IN_FORCE)
        .findFirst();
  }

  /** Ours, by the fiscal year of the day; a year that is not open has orders too. */
  String nextNumber(Organization organization, LocalDate on) {
    int year = FiscalYearOf.day(organization, on).year();
    return "%s-%d-%06d".formatted(SERIES, year, mapper.nextNumber(organization.id(), SERIES, year));
  }

  void insert(OrderRow row) {
    mapper.insert(row);
  }

  void insert(OrderVersion version) {
    mapper.insertVersion(row(version));
  }

  void update(OrderVersion version) {
    update(version, null, null);
  }

  /** The same with who ended it and when. */
  void update(OrderVersion version, @Nullable String endedBy, @Nullable Instant endedAt) {
    VersionRow row = row(version);
    mapper.updateVersion(
        new VersionRow(
            row.id(),
            row.organizationId(),
            row.orderId(),
            row.orderNumber(),
            row.version(),
            row.state(),
            row.reason(),
            row.content(),
            row.approvedContent(),
            row.currency(),
            row.total(),
            row.increase(),
            row.preparedBy(),
            row.preparedAt(),
            row.changedBy(),
            row.submittedBy(),
            row.submittedAt(),
            row.agreedBy(),
            row.agreedBy() == null ? null : now(),
            row.approvedBy(),
            row.approvedFor(),
            row.approvedAt(),
            row.inForceAt(),
            endedBy,
            endedAt,
            row.endReason()));
  }

  /** Makes the order say what this wording says; what was counted on its lines stays. */
  void reword(PurchaseOrder order, int version, OrderContent content) {
    OrderRow row = known(mapper.find(order.id()), order.id());
    UUID supplier = content.supplierId();
    mapper.reword(
        order.id(),
        version,
        new OrderRow(
            row.id(),
            row.organizationId(),
            row.number(),
            row.origin(),
            row.state(),
            version,
            supplier,
            content.currency().getCurrencyCode(),
            row.orderedOn(),
            content.deliverBy(),
            row.requester(),
            row.buyer(),
            content.note(),
            row.documentId(),
            row.createdAt(),
            null));
    writeLines(row.organizationId(), row.id(), content);
  }

  void writeLines(UUID organizationId, UUID orderId, OrderContent content) {
    mapper.deleteLinesExcept(orderId, content.lines().stream().map(OrderContent.Line::id).toList());
    Currency base = organizations.byId(organizationId).baseCurrency();
    mapper.keepLines(
        content.lines().stream()
            .map(line -> OrderRows.line(organizationId, orderId, content, line, base))
            .toList());
  }

  private PurchaseOrder order(OrderRow row) {
    return OrderRows.order(
        row,
        mapper.listLines(List.of(row.id())),
        organizations.byId(row.organizationId()).baseCurrency());
  }

  private OrderVersion version(VersionRow row) {
    Currency base = organizations.byId(row.organizationId()).baseCurrency();
    String approved = row.approvedContent();
    BigDecimal increase = row.increase();
    return new OrderVersion(
        row.id(),
        row.organizationId(),
        row.orderId(),
        row.orderNumber(),
        row.version(),
        row.state(),
        row.reason(),
        read(row.content()),
        approved == null ? null : read(approved),
        increase == null ? null : OrderRows.money(increase, base),
        row.preparedBy(),
        row.preparedAt(),
        row.changedBy(),
        row.submittedBy(),
        row.submittedAt(),
        row.agreedBy(),
        row.approvedBy(),
        row.approvedFor(),
        row.approvedAt(),
        row.inForceAt(),
        row.endReason());
  }

  private VersionRow row(OrderVersion version) {
    Money total = version.content().total();
    OrderContent approved = version.approvedContent();
    Money increase = version.increase();
    return new VersionRow(
        version.id(),
        version.organizationId(),
        version.orderId(),
        version.orderNumber(),
        version.version(),
        version.state(),
        version.reason(),
        write(version.content()),
        approved == null ? null : write(approved),
        total.currency().getCurrencyCode(),
        total.amount(),
        increase == null ? null : increase.amount(),
        version.preparedBy(),
        version.preparedAt(),
        version.changedBy(),
        version.submittedBy(),
        version.submittedAt(),
        version.agreedBy(),
        null,
        version.approvedBy(),
        version.approvedFor(),
        version.approvedAt(),
        version.inForceAt(),
        null,
        null,
        version.endReason());
  }

  private String write(OrderContent content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an order's wording is plain values", e);
    }
  }

  private OrderContent read(String text) {
    try {
      return json.readValue(text, OrderContent.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON is not what was written", e);
    }
  }

  private static OrderRow known(@Nullable OrderRow row, UUID id) {
    if (row == null) {
      throw ProcurementError.ORDER_UNKNOWN.with(id);
    }
    return Objects.requireNonNull(row);
  }
}
