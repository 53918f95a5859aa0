package org.countinghouse.procurement;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.approvals.Decision;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.countinghouse.procurement.OrderVersion.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process of an order's version does to it; nothing here tells a process anything. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class OrderProcessing {

  private final OrderStore store;
  private final OrderMapper mapper;
  private final OrderDrafting drafting;
  private final OrderGuard guard;
  private final OrderComposer composer;
  private final OrderProgress progress;
  private final OrderApproval subject;
  private final ApprovalHistory approvals;
  private final OrderDiary diary;

  OrderProcessing(
      OrderStore store,
      OrderMapper mapper,
      OrderDrafting drafting,
      OrderGuard guard,
      OrderComposer composer,
      OrderProgress progress,
      OrderApproval subject,
      ApprovalHistory approvals,
      OrderDiary diary) {
    this.store = store;
    this.mapper = mapper;
    this.drafting = drafting;
    this.guard = guard;
    this.composer = composer;
    this.progress = progress;
    this.subject = subject;
    this.approvals = approvals;
    this.diary = diary;
  }

  /**
   * Marks a version as handed in by this person, whose process is under way already.
   *
   * @throws BusinessException as {@link OrderDrafting#submit}
   */
  public OrderVersion register(UUID versionId, Actor by) {
    drafting.markSubmitted(guard.lock(versionId), by);
    return store.requireVersion(versionId);
  }

  /**
   * Withdraws a version whose process ends by itself.
   *
   * @throws BusinessException as {@link OrderDrafting#withdraw}
   */
  public void withdraw(UUID versionId, String reason, Actor by) {
    drafting.markWithdrawn(guard.lock(versionId), reason, by);
  }

  /**
   * Whether somebody has to agree: something is more or dearer than was agreed before.
   *
   * @throws BusinessException {@code procurement.version-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public boolean needsApproval(UUID versionId) {
    OrderVersion version = store.requireVersion(versionId);
    return increase(version).amount().signum() > 0 || neverAgreed(version);
  }

  /** A first order needs a yes even where it costs nothing. */
  private static boolean neverAgreed(OrderVersion version) {
    return !version.isChange() && version.approvedContent() == null;
  }

  /** Whether a buyer has settled supplier and price. */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public boolean isPlaced(UUID versionId) {
    OrderVersion version = store.requireVersion(versionId);
    return version.agreedBy() != null && version.content().supplierId() != null;
  }

  /**
   * Gives a version back to its maker: rejected, over its budget, or not to be had as wanted.
   *
   * @param reason for the record; what an approver said stands with the approval
   * @throws BusinessException {@code procurement.version-unknown}, {@code procurement.state}
   */
  public void giveBack(UUID versionId, String reason, Actor by) {
    OrderVersion version = guard.lock(versionId);
    if (version.state() != State.SUBMITTED && version.state() != State.APPROVED) {
      throw ProcurementError.STATE.with(version.reference(), version.state(), "given back");
    }
    store.update(
        version.isChange()
            ? OrderVersions.in(version, State.REJECTED)
            : OrderVersions.agreed(OrderVersions.in(version, State.REJECTED), null));
    guard.advance(version, PurchaseOrder.State.REJECTED);
    diary.wrote(version, "returned", null, reason, by);
  }

  /**
   * Notes that a submitted version was agreed to, or that nobody had to agree. What the last
   * approval was about must be, to the last fact, what the version says.
   *
   * @throws BusinessException {@code procurement.state}, {@code procurement.not-approved}
   */
  public OrderVersion takeApproval(UUID versionId) {
    OrderVersion version = guard.lock(versionId);
    if (version.state() != State.SUBMITTED) {
      throw ProcurementError.STATE.with(version.reference(), version.state(), "approved");
    }
    OrderVersion then;
    if (needsApproval(versionId)) {
      Decision decision = decision(version, ContentHash.of(subject.read(versionId).facts()));
      then =
          OrderVersions.approved(
              version, decision.decidedBy(), decision.onBehalfOf(), decision.decidedAt());
    } else {
      then =
          OrderVersions.approved(version, version.approvedBy(), version.approvedFor(), store.now());
    }
    store.update(then);
    guard.advance(then, PurchaseOrder.State.APPROVED);
    return store.requireVersion(versionId);
  }

  /** Who agreed last to exactly this. */
  private Decision decision(OrderVersion version, String hash) {
    ApprovalHistory.Course course =
        approvals.of(version.organizationId(), OrderApproval.TYPE, version.id());
    List<ApprovalRequest> requests = course.requests();
    ApprovalRequest last = requests.isEmpty() ? null : requests.get(requests.size() - 1);
    if (last == null
        || last.state() != ApprovalRequest.State.APPROVED
        || !last.contentHash().equals(hash)) {
      throw ProcurementError.NOT_APPROVED.with(version.reference());
    }
    return course.decisions().get(course.decisions().size() - 1);
  }

  /**
   * Keeps what a buyer agrees with the supplier, as often as he likes until he {@link #settle
   * settles} it.
   *
   * @throws BusinessException {@code procurement.state}, {@code procurement.supplier-missing},
   *     {@code procurement.maker-is-checker}, {@code procurement.refused}, {@code
   *     procurement.budget-exceeded}
   */
  public OrderVersion agree(UUID versionId, OrderWish wish, Actor by) {
    OrderVersion version = requireApproved(versionId);
    if (wish.supplierId() == null) {
      throw ProcurementError.SUPPLIER_MISSING.with();
    }
    requireNoDecider(version, by);
    OrderContent content =
        composer.compose(
            wish, guard.ground(version.organizationId(), version.content(), null, false));
    String changedBy = content.equals(version.content()) ? version.changedBy() : by.username();
    OrderVersion then =
        OrderVersions.agreed(
            OrderVersions.reworded(version, content, version.reason(), changedBy), by.username());
    @Nullable OrderContent inForce = guard.inForce(version);
    guard.require(then, inForce);
    guard.write(OrderVersions.measured(then, guard.increase(then, inForce)));
    diary.wrote(version, "agreed", version.content(), content, by);
    return store.requireVersion(versionId);
  }

  /**
   * Ends the buyer's step. What is not dearer than was approved needs nothing more; what is goes to
   * approval once more, of the difference.
   *
   * @param by who agreed it
   * @throws BusinessException {@code procurement.state}, {@code procurement.not-agreed}, {@code
   *     procurement.refused}, {@code procurement.budget-exceeded}
   */
  public OrderVersion settle(UUID versionId, Actor by) {
    OrderVersion version = requireApproved(versionId);
    if (!by.username().equals(version.agreedBy()) || version.content().supplierId() == null) {
      throw ProcurementError.NOT_AGREED.with(version.reference());
    }
    guard.require(version, guard.inForce(version));
    if (increase(version).amount().signum() > 0) {
      store.update(OrderVersions.in(version, State.SUBMITTED));
      guard.advance(version, PurchaseOrder.State.IN_APPROVAL);
    }
    return store.requireVersion(versionId);
  }

  private OrderVersion requireApproved(UUID versionId) {
    OrderVersion version = guard.lock(versionId);
    if (version.state() != State.APPROVED) {
      throw ProcurementError.STATE.with(version.reference(), version.state(), "placed");
    }
    return version;
  }

  /** Whoever said yes to it, at any level, does not choose whom it is bought from. */
  private void requireNoDecider(OrderVersion version, Actor by) {
    Set<String> deciders =
        approvals
            .of(version.organizationId(), OrderApproval.TYPE, version.id())
            .decisions()
            .stream()
            .flatMap(decision -> Stream.of(decision.decidedBy(), orEmpty(decision.onBehalfOf())))
            .collect(Collectors.toSet());
    if (deciders.contains(by.username()) || deciders.contains(orEmpty(by.onBehalfOf(), "-"))) {
      throw ProcurementError.MAKER_IS_CHECKER.with(by.username(), version.reference());
    }
  }

  private static String orEmpty(@Nullable String name) {
    return orEmpty(name, "");
  }

  private static String orEmpty(@Nullable String name, String other) {
    return name == null ? other : name;
  }

  /**
   * Puts an approved version in force: the first goes to the supplier, a later one changes the
   * order.
   *
   * @throws BusinessException {@code procurement.state}, {@code procurement.not-approved}, {@code
   *     procurement.supplier-missing}, {@code procurement.supplier-not-active}, {@code
   *     procurement.below-received}, {@code procurement.line-in-use}
   */
  public PurchaseOrder putInForce(UUID versionId) {
    OrderVersion version = guard.lock(versionId);
    PurchaseOrder order = store.require(version.orderId());
    requireReady(order, version);
    OrderVersion then = OrderVersions.inForce(version, store.now());
    if (version.isChange()) {
      ChangeRules.checkCounts(order, version.content());
      mapper.replaceInForce(order.id());
      store.update(then);
      store.reword(order, version.version(), version.content());
    } else {
      store.update(then);
      String buyer = version.agreedBy();
      mapper.issue(
          order.id(),
          buyer == null ? version.changedBy() : buyer,
          order.origin() == PurchaseOrder.Origin.ADOPTED
              ? order.orderedOn()
              : store.today(order.organizationId()),
          store.now());
    }
    diary.wrote(
        then, version.isChange() ? "change-in-force" : "issued", null, null, decider(version));
    diary.inForce(then);
    return progress.closeWhenComplete(order.id(), Actor.system("procurement"));
  }

  private void requireReady(PurchaseOrder order, OrderVersion version) {
    boolean fits =
        version.isChange()
            ? order.state() == PurchaseOrder.State.ISSUED
            : order.state() == PurchaseOrder.State.APPROVED;
    if (version.state() != State.APPROVED || !fits) {
      throw ProcurementError.STATE.with(version.reference(), version.state(), "put in force");
    }
    if (version.content().supplierId() == null) {
      throw ProcurementError.SUPPLIER_MISSING.with();
    }
    if (increase(version).amount().signum() > 0 || neverAgreed(version)) {
      throw ProcurementError.NOT_APPROVED.with(version.reference());
    }
    guard.requireSupplierActive(version.content());
  }

  private Money increase(OrderVersion version) {
    return guard.increase(version, guard.inForce(version));
  }

  private static Actor decider(OrderVersion version) {
    String by = version.approvedBy();
    return by == null ? Actor.of(version.changedBy()) : new Actor(by, version.approvedFor());
  }
}
