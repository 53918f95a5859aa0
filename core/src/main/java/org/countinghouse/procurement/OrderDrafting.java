package org.countinghouse.procurement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.OrderMapper.OrderRow;
import org.countinghouse.procurement.OrderVersion.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders and their changes as people write them, hand them in and take them back. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class OrderDrafting {

  /**
   * Who may settle supplier and price; what he hands in with a supplier needs no buyer any more.
   */
  public static final String PLACE = "procurement.order:place";

  private final OrderStore store;
  private final OrderMapper mapper;
  private final OrderComposer composer;
  private final OrderRules rules;
  private final BudgetCheck budgets;
  private final Organizations organizations;
  private final Access access;
  private final OrderDiary diary;

  OrderDrafting(
      OrderStore store,
      OrderMapper mapper,
      OrderComposer composer,
      OrderRules rules,
      BudgetCheck budgets,
      Organizations organizations,
      Access access,
      OrderDiary diary) {
    this.store = store;
    this.mapper = mapper;
    this.composer = composer;
    this.rules = rules;
    this.budgets = budgets;
    this.organizations = organizations;
    this.access = access;
    this.diary = diary;
  }

  /**
   * What would become of a wording.
   *
   * @param content null when it cannot even be kept
   * @param findings everything that keeps it from being handed in
   * @param rooms what it asks of budgets
   * @param increase what would need approval, in the order's currency; null without content
   */
  public record Assessment(
      @Nullable OrderContent content,
      List<Finding> findings,
      List<BudgetRoom> rooms,
      @Nullable Money increase) {

    public Assessment {
      findings = List.copyOf(findings);
      rooms = List.copyOf(rooms);
    }
  }

  /**
   * Says what would become of a wording; nothing is stored.
   *
   * @param orderId of the order it would change; null for a new one
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Assessment assess(UUID organizationId, @Nullable UUID orderId, OrderWish wish) {
    @Nullable OrderContent inForce =
        orderId == null ? null : store.inForce(orderId).map(OrderVersion::content).orElse(null);
    @Nullable OrderContent before =
        orderId == null ? null : open(orderId).map(OrderVersion::content).orElse(inForce);
    OrderContent content;
    try {
      content = composer.compose(wish, ground(organizationId, before, orderId, inForce != null));
    } catch (BusinessException e) {
      return new Assessment(null, e.findings(), List.of(), null);
    }
    @Nullable OrderContent agreed =
        orderId == null
            ? null
            : open(orderId)
                .map(version -> OrderVersions.agreedBefore(version, inForce))
                .orElse(inForce);
    return new Assessment(
        content,
        rules.check(organizationId, content, earliest(organizationId, inForce)),
        budgets.rooms(question(organizationId, orderId, inForce, content)),
        OrderDifference.increase(agreed, content));
  }

  /**
   * Keeps the draft of a new order, whether it can be handed in or not.
   *
   * @throws BusinessException {@code procurement.refused} with what cannot even be kept, {@code
   *     procurement.supplier-unknown}
   */
  public OrderVersion request(UUID organizationId, OrderWish wish, Actor by) {
    OrderContent content = composer.compose(wish, ground(organizationId, null, null, false));
    String number =
        store.nextNumber(organizations.byId(organizationId), store.today(organizationId));
    return insert(
        new OrderRow(
            Ids.next(),
            organizationId,
            number,
            PurchaseOrder.Origin.REQUISITION,
            PurchaseOrder.State.DRAFT,
            1,
            content.supplierId(),
            content.currency().getCurrencyCode(),
            store.today(organizationId),
            content.deliverBy(),
            by.username(),
            null,
            content.note(),
            null,
            store.now(),
            null),
        content,
        null,
        by);
  }

  OrderVersion insert(OrderRow row, OrderContent content, @Nullable String agreedBy, Actor by) {
    store.insert(row);
    OrderVersion version =
        version(row.organizationId(), row.id(), row.number(), 1, null, content, by);
    store.insert(version);
    store.writeLines(row.organizationId(), row.id(), content);
    if (agreedBy != null) {
      store.update(OrderVersions.agreed(version, agreedBy));
    }
    diary.wrote(version, "prepared", null, content, by);
    return store.requireVersion(version.id());
  }

  /**
   * Keeps the draft of a change of an issued order. Nothing of the order changes until it is in
   * force.
   *
   * @throws BusinessException {@code procurement.state}, {@code procurement.change-pending}, {@code
   *     procurement.supplier-fixed}, {@code procurement.nothing-changed}, {@code
   *     procurement.reason}, {@code procurement.refused}, {@code procurement.below-received},
   *     {@code procurement.line-in-use}
   */
  public OrderVersion propose(UUID orderId, OrderWish wish, String reason, Actor by) {
    PurchaseOrder order = store.lock(orderId);
    if (order.state() != PurchaseOrder.State.ISSUED) {
      throw ProcurementError.STATE.with(order.number(), order.state(), "changed");
    }
    if (open(orderId).isPresent()) {
      throw ProcurementError.CHANGE_PENDING.with(order.number());
    }
    String why = Reasons.require(reason);
    OrderContent inForce = store.inForce(orderId).orElseThrow().content();
    OrderContent content =
        composer.compose(wish, ground(order.organizationId(), inForce, orderId, true));
    ChangeRules.check(order, inForce, content);
    OrderVersion version =
        version(
            order.organizationId(), orderId, order.number(), order.version() + 1, why, content, by);
    store.insert(version);
    // an issued order has its buyer and its price; a change of it needs no further step of his
    store.update(OrderVersions.agreed(version, order.buyer()));
    diary.wrote(version, "change-proposed", inForce, content, by);
    return store.requireVersion(version.id());
  }

  /**
   * Rewords a version that is not in force. One that is being approved is asked about anew, and
   * whoever approves is shown the difference.
   *
   * @param reason of a change; null leaves it
   * @throws BusinessException as {@link #request} and {@link #propose}
   */
  public OrderVersion reword(UUID versionId, OrderWish wish, @Nullable String reason, Actor by) {
    OrderVersion version = lock(versionId);
    if (!version.state().isOpen() || version.state() == State.APPROVED) {
      throw ProcurementError.STATE.with(version.reference(), version.state(), "changed");
    }
    PurchaseOrder order = store.require(version.orderId());
    @Nullable OrderContent inForce = inForce(version);
    OrderContent content =
        composer.compose(
            wish,
            ground(
                version.organizationId(),
                version.content(),
                version.orderId(),
                version.isChange()));
    if (inForce != null) {
      ChangeRules.check(order, inForce, content);
    }
    String why = reason == null ? version.reason() : Reasons.require(reason);
    OrderVersion then =
        OrderVersions.agreed(
            OrderVersions.reworded(version, content, why, by.username()),
            version.isChange() ? version.agreedBy() : null);
    if (version.state() == State.SUBMITTED) {
      // whoever approves must not be shown what cannot be ordered
      require(then, inForce);
      then = OrderVersions.measured(then, increase(then, inForce));
    }
    write(then);
    diary.wrote(version, "changed", version.content(), content, by);
    if (version.state() == State.SUBMITTED) {
      diary.reworded(then);
    }
    return store.requireVersion(versionId);
  }

  /**
   * Hands a version in: it goes on its way to budget, approval and supplier.
   *
   * @throws BusinessException {@code procurement.refused} with every finding; {@code
   *     procurement.budget-exceeded}, {@code procurement.version-unknown}, {@code
   *     procurement.state}
   */
  public OrderVersion submit(UUID versionId, Actor by) {
    OrderVersion version = lock(versionId);
    markSubmitted(version, by);
    OrderVersion then = store.requireVersion(versionId);
    diary.submitted(then);
    return store.requireVersion(versionId);
  }

  /**
   * Takes a version back for good. A first version takes its order with it, whose number stays
   * taken.
   *
   * @throws BusinessException {@code procurement.version-unknown}, {@code procurement.state},
   *     {@code procurement.reason}
   */
  public void withdraw(UUID versionId, String reason, Actor by) {
    OrderVersion version = lock(versionId);
    markWithdrawn(version, reason, by);
    diary.withdrawn(version);
  }

  void markSubmitted(OrderVersion version, Actor by) {
    if (version.state() != State.DRAFT && version.state() != State.REJECTED) {
      throw ProcurementError.STATE.with(version.reference(), version.state(), "submitted");
    }
    @Nullable OrderContent inForce = inForce(version);
    require(version, inForce);
    boolean places =
        version.content().supplierId() != null
            && access.isPermitted(by, PLACE, version.organizationId());
    String agreedBy =
        version.agreedBy() == null && places && !by.isSystem() ? by.username() : version.agreedBy();
    write(
        OrderVersions.submitted(
            version, increase(version, inForce), by.username(), agreedBy, store.now()));
    advance(version, PurchaseOrder.State.IN_APPROVAL);
    diary.wrote(version, "submitted", null, null, by);
  }

  void markWithdrawn(OrderVersion version, String reason, Actor by) {
    if (!version.state().isOpen()) {
      throw ProcurementError.STATE.with(version.reference(), version.state(), "withdrawn");
    }
    String why = Reasons.require(reason);
    store.update(OrderVersions.because(version, State.WITHDRAWN, why), by.username(), store.now());
    diary.wrote(version, "withdrawn", null, why, by);
    if (!version.isChange()) {
      PurchaseOrder order = store.require(version.orderId());
      mapper.end(order.id(), PurchaseOrder.State.CANCELLED, by.username(), store.now(), why);
      diary.cancelled(order, false);
    }
  }

  /** Locks the order first, then reads the version as it is now. */
  OrderVersion lock(UUID versionId) {
    store.lock(store.requireVersion(versionId).orderId());
    return store.requireVersion(versionId);
  }

  @Nullable OrderContent inForce(OrderVersion version) {
    return store.inForce(version.orderId()).map(OrderVersion::content).orElse(null);
  }

  Money increase(OrderVersion version, @Nullable OrderContent inForce) {
    OrderContent content = version.content();
    Money increase =
        OrderDifference.increase(OrderVersions.agreedBefore(version, inForce), content);
    Money inBase =
        content.inBase(increase, organizations.byId(version.organizationId()).baseCurrency());
    if (inBase == null) {
      throw ProcurementError.REFUSED.with(1);
    }
    return inBase;
  }

  /** The version's wording, and as long as none is in force the order's as well. */
  void write(OrderVersion version) {
    store.update(version);
    if (!version.isChange()) {
      store.reword(store.require(version.orderId()), version.version(), version.content());
    }
  }

  void advance(OrderVersion version, PurchaseOrder.State state) {
    if (!version.isChange()) {
      mapper.advance(version.orderId(), state);
    }
  }

  List<BudgetRoom> rooms(OrderVersion version) {
    return budgets.rooms(
        question(version.organizationId(), version.orderId(), inForce(version), version.content()));
  }

  /**
   * Refuses what cannot be ordered.
   *
   * @throws BusinessException {@code procurement.refused}, {@code procurement.budget-exceeded}
   */
  void require(OrderVersion version, @Nullable OrderContent inForce) {
    UUID organizationId = version.organizationId();
    boolean adopted = store.require(version.orderId()).origin() == PurchaseOrder.Origin.ADOPTED;
    requireOrderable(
        version.reference(),
        adopted ? null : earliest(organizationId, inForce),
        question(organizationId, version.orderId(), inForce, version.content()));
  }

  /** The same for what is not stored yet. */
  void requireOrderable(
      String reference, @Nullable LocalDate earliest, BudgetCheck.Question question) {
    List<Finding> findings = rules.check(question.organizationId(), question.wanted(), earliest);
    if (!findings.isEmpty()) {
      throw ProcurementError.REFUSED.withFindings(findings, findings.size());
    }
    budgets.roomsLocked(question).stream()
        .filter(BudgetRoom::isBlocked)
        .findFirst()
        .ifPresent(
            room -> {
              String pocket =
                  room.costCentre() == null
                      ? room.account()
                      : room.account() + " " + room.costCentre();
              throw ProcurementError.BUDGET_EXCEEDED.with(
                  reference, pocket, room.available(), room.requested());
            });
  }

  void requireSupplierActive(OrderContent content) {
    List<Finding> findings = rules.checkSupplier(content);
    if (!findings.isEmpty()) {
      throw ProcurementError.REFUSED.withFindings(findings, findings.size());
    }
  }

  /** What was late when it was agreed may stay so. */
  private LocalDate earliest(UUID organizationId, @Nullable OrderContent inForce) {
    LocalDate today = store.today(organizationId);
    LocalDate agreed = inForce == null ? null : inForce.deliverBy();
    return agreed != null && agreed.isBefore(today) ? agreed : today;
  }

  BudgetCheck.Question question(
      UUID organizationId,
      @Nullable UUID orderId,
      @Nullable OrderContent inForce,
      OrderContent content) {
    return new BudgetCheck.Question(
        organizationId, orderId, inForce, content, store.today(organizationId));
  }

  private Optional<OrderVersion> open(UUID orderId) {
    return store.versions(orderId).stream().filter(version -> version.state().isOpen()).findFirst();
  }

  /** Positions suppliers know are never used again; a draft is numbered from 1. */
  OrderComposer.Ground ground(
      UUID organizationId, @Nullable OrderContent before, @Nullable UUID orderId, boolean issued) {
    return new OrderComposer.Ground(
        organizations.byId(organizationId),
        before,
        issued && orderId != null ? mapper.highestPosition(orderId) + 1 : 1,
        store.today(organizationId));
  }

  private OrderVersion version(
      UUID organizationId,
      UUID orderId,
      String number,
      int version,
      @Nullable String reason,
      OrderContent content,
      Actor by) {
    return new OrderVersion(
        Ids.next(),
        organizationId,
        orderId,
        number,
        version,
        State.DRAFT,
        reason,
        content,
        null,
        null,
        by.username(),
        store.now(),
        by.username(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
