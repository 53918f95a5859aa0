package org.countinghouse.procurement.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.correspondence.OrderResponse.Answer;
import org.countinghouse.procurement.correspondence.OrderResponse.State;
import org.countinghouse.procurement.correspondence.ResponseMapper.LineRow;
import org.countinghouse.procurement.correspondence.ResponseMapper.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What suppliers answer to orders. An answer that agrees with the order is noted; one that does not
 * is open until a buyer has settled it ({@link ResponseDecisions}). An answer never changes an
 * order by itself.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class OrderResponses {

  static final String RESOURCE = "procurement.order-response";

  private static final int NUMBER_LENGTH_MAX = 100;

  private final ResponseMapper mapper;
  private final PurchaseOrders orders;
  private final Suppliers suppliers;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OrderResponses(
      ResponseMapper mapper,
      PurchaseOrders orders,
      Suppliers suppliers,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.orders = orders;
    this.suppliers = suppliers;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The answer of this id.
   *
   * @throws BusinessException {@code procurement.response-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public OrderResponse require(UUID id) {
    return response(mapper.find(id), id);
  }

  /** The answers to an order, the oldest first. */
  @Transactional(readOnly = true)
  public List<OrderResponse> of(UUID orderId) {
    return mapper.listByOrder(orderId).stream().map(row -> response(row, row.id())).toList();
  }

  /** What waits for a buyer, the oldest first; at most 500. */
  @Transactional(readOnly = true)
  public List<OrderResponse> open(UUID organizationId) {
    return mapper.listOpen(organizationId).stream().map(row -> response(row, row.id())).toList();
  }

  /** The answer of this number to the order of this number, if it came before. */
  @Transactional(readOnly = true)
  public Optional<OrderResponse> known(UUID organizationId, ReceivedResponse received) {
    return orders
        .byNumber(organizationId, received.orderNumber())
        .map(order -> mapper.findByNumber(order.id(), received.number().strip()))
        .map(row -> response(row, row.id()));
  }

  /**
   * Takes an answer.
   *
   * @param documentId what it was read from
   * @throws BusinessException {@code procurement.response-number}, {@code
   *     procurement.response-order-unknown}, {@code procurement.response-order-state}, {@code
   *     procurement.response-other-supplier}, {@code procurement.response-line-unknown}
   */
  public OrderResponse record(
      UUID organizationId, ReceivedResponse received, UUID documentId, Actor by) {
    String number = received.number().strip();
    if (number.isEmpty() || number.length() > NUMBER_LENGTH_MAX) {
      throw CorrespondenceError.NUMBER.with();
    }
    PurchaseOrder order =
        orders
            .byNumber(organizationId, received.orderNumber())
            .orElseThrow(
                () -> CorrespondenceError.ORDER_UNKNOWN.with(number, received.orderNumber()));
    check(order, received);
    boolean differs = differs(order, received);
    Row row = row(order, received, number, documentId, differs ? State.OPEN : State.NOTED);
    mapper.insert(row);
    List<LineRow> lines = lines(row.id(), received);
    if (!lines.isEmpty()) {
      mapper.insertLines(organizationId, lines);
    }
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "answered",
            RESOURCE,
            order.number() + " " + number,
            null,
            received));
    events.publishEvent(
        new OrderAnswered(
            Ids.next(),
            organizationId,
            order.id(),
            order.number(),
            row.id(),
            number,
            differs,
            row.receivedAt()));
    return row.response(lines);
  }

  private void check(PurchaseOrder order, ReceivedResponse received) {
    if (order.state() != PurchaseOrder.State.ISSUED) {
      throw CorrespondenceError.ORDER_STATE.with(order.number(), order.state());
    }
    boolean itsSupplier =
        suppliers
            .resolve(order.organizationId(), received.seller(), List.of())
            .filter(supplier -> supplier.id().equals(order.supplierId()))
            .isPresent();
    if (!itsSupplier) {
      Supplier supplier = suppliers.require(order.supplierId());
      throw CorrespondenceError.OTHER_SUPPLIER.with(
          received.number(), order.number(), received.seller().name(), supplier.name());
    }
    for (OrderResponse.Line line : received.lines()) {
      Integer position = line.position();
      if (position != null && order.lineAt(position).isEmpty()) {
        throw CorrespondenceError.LINE_UNKNOWN.with(received.number(), position, order.number());
      }
    }
  }

  /** Whether the order would be another one if it were as the supplier says. */
  static boolean differs(PurchaseOrder order, ReceivedResponse received) {
    return received.answer() == Answer.REJECTED
        || received.lines().stream().anyMatch(line -> differs(order, line))
        // changed, and nothing says what: only a person can find out
        || (received.answer() == Answer.CHANGED && received.lines().isEmpty());
  }

  private static boolean differs(PurchaseOrder order, OrderResponse.Line line) {
    Integer position = line.position();
    if (position == null) {
      return true;
    }
    OrderLine ordered = order.lineAt(position).orElseThrow();
    return switch (line.answer()) {
      case ADDED, REJECTED -> true;
      case DELIVERED -> false;
      // the figures count, not the label: programs mark lines as accepted that they cut
      case ACCEPTED, CHANGED ->
          (line.quantity() != null && line.quantity().compareTo(ordered.quantity()) != 0)
              || (line.unit() != null && !line.unit().equals(ordered.unit()))
              || (line.unitPrice() != null && line.unitPrice().compareTo(ordered.unitPrice()) != 0)
              || (line.deliverOn() != null
                  && order.deliverBy() != null
                  && line.deliverOn().isAfter(order.deliverBy()));
    };
  }

  private Row row(
      PurchaseOrder order, ReceivedResponse received, String number, UUID documentId, State state) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Row(
        Ids.next(),
        order.organizationId(),
        order.id(),
        order.version(),
        number,
        received.issuedOn(),
        received.answer(),
        received.note(),
        documentId,
        state,
        now,
        null,
        null,
        null,
        null);
  }

  private static List<LineRow> lines(UUID responseId, ReceivedResponse received) {
    var rows = new ArrayList<LineRow>();
    for (OrderResponse.Line line : received.lines()) {
      rows.add(
          new LineRow(
              Ids.next(),
              responseId,
              rows.size() + 1,
              line.position(),
              line.answer(),
              line.name(),
              line.quantity(),
              line.unit(),
              line.unitPrice(),
              line.deliverOn(),
              line.note()));
    }
    return rows;
  }

  OrderResponse response(@Nullable Row row, UUID id) {
    if (row == null) {
      throw CorrespondenceError.RESPONSE_UNKNOWN.with(id);
    }
    return row.response(mapper.listLines(row.id()));
  }
}
