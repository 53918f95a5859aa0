package org.countinghouse.procurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.approvals.spi.ApprovalSheet;
import org.countinghouse.approvals.spi.ApprovalSheet.BudgetFigure;
import org.countinghouse.approvals.spi.ApprovalSheet.Notice;
import org.countinghouse.approvals.spi.ApprovalSheet.Severity;
import org.countinghouse.approvals.spi.ApprovalSheet.SheetDocument;
import org.countinghouse.approvals.spi.ApprovalSubject;
import org.countinghouse.approvals.spi.SubjectState;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.payables.Suppliers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What of an order's version is approved, and within whose limits: what is more or dearer than was
 * agreed before, in base currency; of a first version all of it.
 */
@Component
class OrderApproval implements ApprovalSubject {

  static final String TYPE = "purchase-order";

  private static final int TITLE_LENGTH_MAX = 80;

  private final OrderStore store;
  private final OrderGuard guard;
  private final Suppliers suppliers;
  private final Documents documents;

  OrderApproval(OrderStore store, OrderGuard guard, Suppliers suppliers, Documents documents) {
    this.store = store;
    this.guard = guard;
    this.suppliers = suppliers;
    this.documents = documents;
  }

  @Override
  public String type() {
    return TYPE;
  }

  /**
   * The version of this id. Its inputs for the table: {@code category}, every category of its lines
   * in alphabetical order with a space between; {@code currency}; {@code kind}, {@code ORDER} or
   * {@code CHANGE}.
   */
  @Override
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public SubjectState read(UUID subjectId) {
    OrderVersion version = store.requireVersion(subjectId);
    OrderContent content = version.content();
    @Nullable OrderContent agreed = OrderVersions.agreedBefore(version, guard.inForce(version));
    var increase = guard.increase(version, guard.inForce(version));
    return new SubjectState(
        version.organizationId(),
        version.reference(),
        title(content),
        increase,
        costCentre(content),
        version.makers(),
        OrderFacts.of(version, agreed, increase, supplier(content)),
        null,
        Map.of(
            "category", categories(content),
            "currency", content.currency().getCurrencyCode(),
            "kind", version.isChange() ? "CHANGE" : "ORDER"));
  }

  @Override
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public ApprovalSheet sheet(UUID subjectId) {
    OrderVersion version = store.requireVersion(subjectId);
    List<BudgetRoom> rooms = guard.rooms(version);
    return new ApprovalSheet(
        rooms.stream().filter(BudgetRoom::plannedFor).map(OrderApproval::figure).toList(),
        sources(version),
        notices(version, rooms),
        "/api/procurement/orders/" + version.orderId());
  }

  /** What others asked for counts like what is ordered: it may be agreed to before this. */
  private static BudgetFigure figure(BudgetRoom room) {
    return new BudgetFigure(
        room.fiscalYear(),
        room.account(),
        room.accountName(),
        room.costCentre(),
        null,
        room.planned(),
        room.actual(),
        room.committed().plus(room.reserved()),
        room.requested());
  }

  private List<SheetDocument> sources(OrderVersion version) {
    UUID documentId = store.require(version.orderId()).documentId();
    return documentId == null
        ? List.of()
        : documents
            .find(documentId)
            .map(found -> new SheetDocument(found.id(), found.name(), found.mediaType()))
            .map(List::of)
            .orElse(List.of());
  }

  private List<Notice> notices(OrderVersion version, List<BudgetRoom> rooms) {
    List<Notice> notices = new ArrayList<>();
    for (BudgetRoom room : rooms) {
      String pocket =
          room.costCentre() == null ? room.account() : room.account() + " " + room.costCentre();
      if (room.isBlocked() || room.isWarning()) {
        notices.add(
            new Notice(
                room.isBlocked() ? Severity.EXCEPTION : Severity.WARNING,
                room.plannedFor() ? "procurement.over-budget" : "procurement.not-budgeted",
                room.plannedFor()
                    ? "%s: %s more than the budget has left."
                        .formatted(pocket, room.left().negated())
                    : "%s: nothing was planned for it.".formatted(pocket)));
      }
    }
    if (version.content().supplierId() == null) {
      notices.add(
          new Notice(
              Severity.INFO,
              "procurement.no-supplier",
              "A buyer chooses the supplier; a higher price comes back for approval."));
    }
    return notices;
  }

  private @Nullable String supplier(OrderContent content) {
    UUID supplierId = content.supplierId();
    return supplierId == null
        ? null
        : suppliers
            .find(supplierId)
            .map(supplier -> supplier.name() + " (" + supplier.number() + ")")
            .orElse(null);
  }

  /** The supplier where one is named, and what is ordered. */
  private String title(OrderContent content) {
    String what = content.lines().get(0).name();
    String more = content.lines().size() == 1 ? what : what + " +" + (content.lines().size() - 1);
    String who = supplier(content);
    String title = who == null ? more : who.substring(0, who.lastIndexOf(" (")) + ", " + more;
    return title.length() <= TITLE_LENGTH_MAX
        ? title
        : title.substring(0, TITLE_LENGTH_MAX - 1) + "…";
  }

  /** The one all lines go to; with several only limits for all cost centres count. */
  private static @Nullable String costCentre(OrderContent content) {
    List<String> all =
        content.lines().stream()
            .map(line -> Objects.toString(line.costCentre(), ""))
            .distinct()
            .toList();
    return all.size() == 1 && !all.get(0).isEmpty() ? all.get(0) : null;
  }

  private static String categories(OrderContent content) {
    return content.lines().stream()
        .map(OrderContent.Line::category)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
