package org.countinghouse.procurement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.OrderMapper.OrderRow;
import org.countinghouse.procurement.PurchaseOrder.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The orders of an organization. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class PurchaseOrders {

  private static final int NUMBER_LENGTH_MAX = 100;
  private static final Pattern OURS = Pattern.compile(OrderStore.SERIES + "-\\d{4}-\\d{6,}");

  private final OrderStore store;
  private final OrderDrafting drafting;
  private final OrderGuard guard;
  private final OrderComposer composer;
  private final CommitmentMapper commitments;
  private final Organizations organizations;

  PurchaseOrders(
      OrderStore store,
      OrderDrafting drafting,
      OrderGuard guard,
      OrderComposer composer,
      CommitmentMapper commitments,
      Organizations organizations) {
    this.store = store;
    this.drafting = drafting;
    this.guard = guard;
    this.composer = composer;
    this.commitments = commitments;
    this.organizations = organizations;
  }

  /**
   * The order of this id.
   *
   * @throws BusinessException {@code procurement.order-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public PurchaseOrder require(UUID id) {
    return store.require(id);
  }

  /** The order of this number of ours, if there is one, in whatever state. */
  @Transactional(readOnly = true)
  public Optional<PurchaseOrder> byNumber(UUID organizationId, String number) {
    return store.find(organizationId, number.strip());
  }

  /** A page, the newest first. */
  @Transactional(readOnly = true)
  public List<PurchaseOrder> list(OrderFilter filter) {
    return store.list(filter);
  }

  /**
   * The version of this id.
   *
   * @throws BusinessException {@code procurement.version-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public OrderVersion requireVersion(UUID versionId) {
    return store.requireVersion(versionId);
  }

  /** Every wording an order had or was to have, the oldest first. */
  @Transactional(readOnly = true)
  public List<OrderVersion> versions(UUID orderId) {
    return store.versions(orderId);
  }

  /** What a version asks of budgets now, beyond what is in force. */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public List<BudgetRoom> rooms(UUID versionId) {
    return guard.rooms(store.requireVersion(versionId));
  }

  /** What issued orders still commit us to, by account, cost centre and order. */
  @Transactional(readOnly = true)
  public List<OpenCommitment> openCommitments(
      UUID organizationId, @Nullable String account, @Nullable String costCentre) {
    return commitments.listOpen(organizationId, account, costCentre);
  }

  /**
   * An order that was agreed elsewhere, as it is handed over.
   *
   * @param number its own
   * @param orderedOn the day of the document
   * @param wish with its supplier
   * @param documentId what it was read from; null for none
   */
  public record Adoption(
      String number, LocalDate orderedOn, OrderWish wish, @Nullable UUID documentId) {}

  /**
   * Takes over an order that was agreed elsewhere. It keeps its number and the day of its document,
   * and passes the same budget check and approval as every other before it is issued; only a buyer
   * has nothing left to settle. Lines that name no category get the standard one, booked where the
   * supplier's invoices usually are.
   *
   * @return the order, on its way or, where its approval came at once, issued
   * @throws BusinessException {@code procurement.number-invalid}, {@code procurement.number-taken},
   *     {@code procurement.supplier-missing}, {@code procurement.supplier-unknown}, {@code
   *     procurement.refused} with every finding, {@code procurement.budget-exceeded}
   */
  public PurchaseOrder adopt(UUID organizationId, Adoption adoption, Actor by) {
    String number = adoption.number().strip();
    if (number.isEmpty() || number.length() > NUMBER_LENGTH_MAX || OURS.matcher(number).matches()) {
      throw ProcurementError.NUMBER_INVALID.with(number);
    }
    if (store.find(organizationId, number).isPresent()) {
      throw ProcurementError.NUMBER_TAKEN.with(number);
    }
    if (adoption.wish().supplierId() == null) {
      throw ProcurementError.SUPPLIER_MISSING.with();
    }
    OrderContent content =
        composer.compose(
            adoption.wish(),
            new OrderComposer.Ground(
                organizations.byId(organizationId), null, 1, adoption.orderedOn()));
    guard.requireOrderable(number, null, guard.question(organizationId, null, null, content));
    var row =
        new OrderRow(
            Ids.next(),
            organizationId,
            number,
            Origin.ADOPTED,
            PurchaseOrder.State.DRAFT,
            1,
            content.supplierId(),
            content.currency().getCurrencyCode(),
            adoption.orderedOn(),
            content.deliverBy(),
            by.username(),
            null,
            content.note(),
            adoption.documentId(),
            store.now(),
            null);
    OrderVersion version = drafting.insert(row, content, by.username(), by);
    drafting.submit(version.id(), by);
    return store.require(row.id());
  }
}
