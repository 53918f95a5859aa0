package org.countinghouse.procurement.correspondence;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.procurement.OrderDrafting;
import org.countinghouse.procurement.OrderEndings;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.OrderWish;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.correspondence.OrderResponse.Answer;
import org.countinghouse.procurement.correspondence.OrderResponse.Decision;
import org.countinghouse.procurement.correspondence.OrderResponse.LineAnswer;
import org.countinghouse.procurement.correspondence.OrderResponse.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a buyer does about an answer that differs from the order. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ResponseDecisions {

  private static final int REASON_LENGTH_MIN = 3;
  private static final int REASON_LENGTH_MAX = 500;

  private final ResponseMapper mapper;
  private final OrderResponses responses;
  private final PurchaseOrders orders;
  private final OrderDrafting drafting;
  private final OrderEndings endings;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ResponseDecisions(
      ResponseMapper mapper,
      OrderResponses responses,
      PurchaseOrders orders,
      OrderDrafting drafting,
      OrderEndings endings,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.responses = responses;
    this.orders = orders;
    this.drafting = drafting;
    this.endings = endings;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Settles an open answer. What is taken over becomes a change of the order, handed in at once: it
   * passes the approval of what is more or dearer, and is in force without one where nothing is.
   *
   * @param reason 3 to 500 characters
   * @throws BusinessException {@code procurement.response-unknown}, {@code
   *     procurement.response-state}, {@code procurement.response-reason}, {@code
   *     procurement.response-nothing-left}, {@code procurement.response-unit-differs}, {@code
   *     procurement.response-line-added}, and those of {@link OrderDrafting#propose} and {@link
   *     OrderEndings#cancel}
   */
  public OrderResponse settle(UUID responseId, Decision decision, String reason, Actor by) {
    OrderResponse open = responses.response(mapper.lockById(responseId), responseId);
    if (open.state() != State.OPEN) {
      throw CorrespondenceError.RESPONSE_STATE.with(open.number(), open.state());
    }
    String why = reason.strip();
    if (why.length() < REASON_LENGTH_MIN || why.length() > REASON_LENGTH_MAX) {
      throw CorrespondenceError.REASON.with();
    }
    PurchaseOrder order = orders.require(open.orderId());
    switch (decision) {
      case TAKE_OVER -> takeOver(order, open, why, by);
      case CANCEL -> endings.cancel(order.id(), why, by);
      case INSIST -> {}
    }
    mapper.settle(
        open.id(), decision, by.username(), clock.instant().truncatedTo(ChronoUnit.MICROS), why);
    OrderResponse settled = responses.require(open.id());
    audit.record(
        new AuditEntry(
            order.organizationId(),
            by,
            "settled",
            OrderResponses.RESOURCE,
            order.number() + " " + open.number(),
            null,
            Map.of("decision", decision, "reason", why)));
    events.publishEvent(
        new ResponseSettled(
            Ids.next(),
            order.organizationId(),
            order.id(),
            order.number(),
            open.id(),
            open.number(),
            Objects.requireNonNull(settled.decidedAt())));
    return settled;
  }

  private void takeOver(PurchaseOrder order, OrderResponse response, String reason, Actor by) {
    if (response.answer() == Answer.REJECTED) {
      throw CorrespondenceError.NOTHING_LEFT.with(order.number());
    }
    OrderVersion change =
        drafting.propose(order.id(), wish(order, response), response.number() + ": " + reason, by);
    drafting.submit(change.id(), by);
  }

  /** The order as the supplier would deliver it. */
  static OrderWish wish(PurchaseOrder order, OrderResponse response) {
    var lines = new ArrayList<OrderWish.Line>();
    LocalDate deliverBy = order.deliverBy();
    for (OrderLine line : order.lines()) {
      OrderResponse.@Nullable Line said = said(response, line);
      if (said != null && said.answer() == LineAnswer.REJECTED) {
        continue;
      }
      lines.add(line(line, said));
      LocalDate promised = said == null ? null : said.deliverOn();
      if (promised != null && deliverBy != null && promised.isAfter(deliverBy)) {
        deliverBy = promised;
      }
    }
    response.lines().stream()
        .filter(line -> line.position() == null)
        .findFirst()
        .ifPresent(
            added -> {
              throw CorrespondenceError.LINE_ADDED.with(
                  added.name() == null ? "a line" : added.name());
            });
    lines.removeIf(line -> line.quantity().signum() == 0);
    if (lines.isEmpty()) {
      throw CorrespondenceError.NOTHING_LEFT.with(order.number());
    }
    return new OrderWish(
        order.supplierId(), order.currency(), deliverBy, order.note(), List.copyOf(lines));
  }

  private static OrderResponse.@Nullable Line said(OrderResponse response, OrderLine line) {
    return response.lines().stream()
        .filter(each -> Objects.equals(each.position(), line.position()))
        .findFirst()
        .orElse(null);
  }

  private static OrderWish.Line line(OrderLine line, OrderResponse.@Nullable Line said) {
    String unit = said == null ? null : said.unit();
    BigDecimal quantity = said == null ? null : said.quantity();
    BigDecimal unitPrice = said == null ? null : said.unitPrice();
    if (unit != null && quantity != null && !unit.equals(line.unit())) {
      throw CorrespondenceError.UNIT_DIFFERS.with(line.position(), line.unit(), unit);
    }
    return new OrderWish.Line(
        line.id(),
        line.position(),
        line.supplierItem(),
        line.name(),
        line.category(),
        quantity == null ? line.quantity() : quantity,
        line.unit(),
        unitPrice == null ? line.unitPrice() : unitPrice,
        line.account(),
        line.costCentre(),
        line.project(),
        line.taxCode());
  }
}
