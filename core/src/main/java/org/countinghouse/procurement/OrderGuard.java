package org.countinghouse.procurement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What every step of a version on its way stands on: its order locked, its rules and its budget.
 */
@Component
class OrderGuard {

  private final OrderStore store;
  private final OrderMapper mapper;
  private final OrderRules rules;
  private final BudgetCheck budgets;
  private final Organizations organizations;

  OrderGuard(
      OrderStore store,
      OrderMapper mapper,
      OrderRules rules,
      BudgetCheck budgets,
      Organizations organizations) {
    this.store = store;
    this.mapper = mapper;
    this.rules = rules;
    this.budgets = budgets;
    this.organizations = organizations;
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
  LocalDate earliest(UUID organizationId, @Nullable OrderContent inForce) {
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

  /** The version on its way. */
  Optional<OrderVersion> open(UUID orderId) {
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
}
