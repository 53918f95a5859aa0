package org.countinghouse.procurement;

import java.util.UUID;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
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
  private final OrderGuard guard;
  private final Organizations organizations;
  private final Access access;
  private final OrderDiary diary;

  OrderDrafting(
      OrderStore store,
      OrderMapper mapper,
      OrderComposer composer,
      OrderGuard guard,
      Organizations organizations,
      Access access,
      OrderDiary diary) {
    this.store = store;
    this.mapper = mapper;
    this.composer = composer;
    this.guard = guard;
    this.organizations = organizations;
    this.access = access;
    this.diary = diary;
  }

  /**
   * Keeps the draft of a new order, whether it can be handed in or not.
   *
   * @throws BusinessException {@code procurement.refused} with what cannot even be kept, {@code
   *     procurement.supplier-unknown}
   */
  public OrderVersion request(UUID organizationId, OrderWish wish, Actor by) {
    OrderContent content = composer.compose(wish, guard.ground(organizationId, null, null, false));
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
    if (guard.open(orderId).isPresent()) {
      throw ProcurementError.CHANGE_PENDING.with(order.number());
    }
    String why = Reasons.require(reason);
    OrderContent inForce = store.inForce(orderId).orElseThrow().content();
    OrderContent content =
        composer.compose(wish, guard.ground(order.organizationId(), inForce, orderId, true));
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
    OrderVersion version = guard.lock(versionId);
    if (!version.state().isOpen() || version.state() == State.APPROVED) {
      throw ProcurementError.STATE.with(version.reference(), version.state(), "changed");
    }
    PurchaseOrder order = store.require(version.orderId());
    @Nullable OrderContent inForce = guard.inForce(version);
    OrderContent content =
        composer.compose(
            wish,
            guard.ground(
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
      guard.require(then, inForce);
      then = OrderVersions.measured(then, guard.increase(then, inForce));
    }
    guard.write(then);
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
    OrderVersion version = guard.lock(versionId);
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
    OrderVersion version = guard.lock(versionId);
    markWithdrawn(version, reason, by);
    diary.withdrawn(version);
  }

  void markSubmitted(OrderVersion version, Actor by) {
    if (version.state() != State.DRAFT && version.state() != State.REJECTED) {
      throw ProcurementError.STATE.with(version.reference(), version.state(), "submitted");
    }
    @Nullable OrderContent inForce = guard.inForce(version);
    guard.require(version, inForce);
    boolean places =
        version.content().supplierId() != null
            && access.isPermitted(by, PLACE, version.organizationId());
    String agreedBy =
        version.agreedBy() == null && places && !by.isSystem() ? by.username() : version.agreedBy();
    guard.write(
        OrderVersions.submitted(
            version, guard.increase(version, inForce), by.username(), agreedBy, store.now()));
    guard.advance(version, PurchaseOrder.State.IN_APPROVAL);
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
