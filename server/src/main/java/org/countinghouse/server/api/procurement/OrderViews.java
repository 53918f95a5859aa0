package org.countinghouse.server.api.procurement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.CostCentre;
import org.countinghouse.organizations.Project;
import org.countinghouse.procurement.BudgetControl;
import org.countinghouse.procurement.BudgetRoom;
import org.countinghouse.procurement.Category;
import org.countinghouse.procurement.OpenCommitment;
import org.countinghouse.procurement.OrderContent;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.PurchaseOrder;
import org.jspecify.annotations.Nullable;

/** What the API tells of orders. Amounts and quantities are text, so that no reader rounds them. */
final class OrderViews {

  private OrderViews() {}

  /** An amount in major units. */
  record Amount(String amount, String currency) {

    static Amount of(Money money) {
      return new Amount(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }

    static @Nullable Amount orNull(@Nullable Money money) {
      return money == null ? null : of(money);
    }
  }

  /** Who delivers. */
  record SupplierView(UUID id, String number, String name, String state) {}

  /**
   * A line of a wording.
   *
   * @param received what came, what went back included; absent in a wording that is not in force
   */
  record LineView(
      UUID id,
      int position,
      @Nullable String supplierItem,
      String name,
      String category,
      String quantity,
      String unit,
      String unitPrice,
      Amount net,
      String account,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable String taxCode,
      boolean receiptRequired,
      @Nullable String received,
      @Nullable String returned,
      @Nullable String invoiced,
      @Nullable String outstanding) {

    static LineView of(OrderLine line) {
      return new LineView(
          line.id(),
          line.position(),
          line.supplierItem(),
          line.name(),
          line.category(),
          text(line.quantity()),
          line.unit(),
          text(line.unitPrice()),
          Amount.of(line.net()),
          line.account(),
          line.costCentre(),
          line.project(),
          line.taxCode(),
          line.receiptRequired(),
          text(line.quantityReceived()),
          text(line.quantityReturned()),
          text(line.quantityInvoiced()),
          text(line.quantityOutstanding()));
    }

    static LineView of(OrderContent.Line line, OrderContent content) {
      return new LineView(
          line.id(),
          line.position(),
          line.supplierItem(),
          line.name(),
          line.category(),
          text(line.quantity()),
          line.unit(),
          text(line.unitPrice()),
          Amount.of(line.net(content.currency())),
          line.account(),
          line.costCentre(),
          line.project(),
          line.taxCode(),
          line.receiptRequired(),
          null,
          null,
          null,
          null);
    }

    private static String text(BigDecimal number) {
      return number.toPlainString();
    }
  }

  /** One row of the list. */
  record OrderEntry(
      UUID id,
      String number,
      int version,
      PurchaseOrder.State state,
      @Nullable UUID supplierId,
      String what,
      Amount total,
      LocalDate orderedOn,
      @Nullable LocalDate deliverBy,
      String requester,
      @Nullable String buyer) {

    static OrderEntry of(PurchaseOrder order) {
      return new OrderEntry(
          order.id(),
          order.number(),
          order.version(),
          order.state(),
          order.chosenSupplier(),
          order.lines().isEmpty() ? "" : order.lines().get(0).name(),
          Amount.of(order.total()),
          order.orderedOn(),
          order.deliverBy(),
          order.requester(),
          order.buyer());
    }
  }

  /**
   * A wording and how far it is.
   *
   * @param increase what needs, or needed, approval, in base currency
   * @param agreedBefore the wording that approvals are measured against, for a change or a dearer
   *     price
   */
  record VersionView(
      UUID id,
      UUID orderId,
      String organization,
      String baseCurrency,
      String number,
      String reference,
      int version,
      OrderVersion.State state,
      @Nullable String reason,
      @Nullable SupplierView supplier,
      String currency,
      @Nullable LocalDate deliverBy,
      @Nullable String note,
      Amount total,
      @Nullable Amount increase,
      String preparedBy,
      String changedBy,
      @Nullable String submittedBy,
      @Nullable String agreedBy,
      @Nullable String approvedBy,
      @Nullable String approvedFor,
      @Nullable Instant inForceAt,
      @Nullable String endReason,
      List<LineView> lines,
      @Nullable WordingView agreedBefore,
      List<RoomView> rooms) {}

  /** A wording alone. */
  record WordingView(
      @Nullable SupplierView supplier,
      @Nullable LocalDate deliverBy,
      Amount total,
      List<LineView> lines) {}

  /** An order with every version it had. */
  record OrderView(
      UUID id,
      String organization,
      String number,
      int version,
      PurchaseOrder.Origin origin,
      PurchaseOrder.State state,
      @Nullable SupplierView supplier,
      String currency,
      LocalDate orderedOn,
      @Nullable LocalDate deliverBy,
      String requester,
      @Nullable String buyer,
      @Nullable String note,
      @Nullable UUID documentId,
      @Nullable String endReason,
      Amount total,
      List<LineView> lines,
      List<VersionEntry> versions) {}

  /** One version of an order. */
  record VersionEntry(
      UUID id,
      int version,
      String reference,
      OrderVersion.State state,
      @Nullable String reason,
      Amount total,
      @Nullable Amount increase,
      String preparedBy,
      @Nullable String approvedBy,
      @Nullable Instant inForceAt) {

    static VersionEntry of(OrderVersion version) {
      return new VersionEntry(
          version.id(),
          version.version(),
          version.reference(),
          version.state(),
          version.reason(),
          Amount.of(version.content().total()),
          Amount.orNull(version.increase()),
          version.preparedBy(),
          version.approvedBy(),
          version.inForceAt());
    }
  }

  /** What a wording asks of a budget, and what it has left. */
  record RoomView(
      int fiscalYear,
      String account,
      String accountName,
      @Nullable String costCentre,
      boolean plannedFor,
      Amount planned,
      Amount actual,
      Amount committed,
      Amount reserved,
      Amount requested,
      Amount left,
      BudgetControl.Mode mode,
      boolean exceeded,
      boolean blocked) {

    static RoomView of(BudgetRoom room) {
      return new RoomView(
          room.fiscalYear(),
          room.account(),
          room.accountName(),
          room.costCentre(),
          room.plannedFor(),
          Amount.of(room.planned()),
          Amount.of(room.actual()),
          Amount.of(room.committed()),
          Amount.of(room.reserved()),
          Amount.of(room.requested()),
          Amount.of(room.left()),
          room.mode(),
          room.isExceeded() && room.mode() != BudgetControl.Mode.IGNORE,
          room.isBlocked());
    }

    static List<RoomView> all(List<BudgetRoom> rooms) {
      return rooms.stream().map(RoomView::of).toList();
    }
  }

  /** What would become of a wording. */
  record AssessmentView(
      List<Finding> findings,
      List<RoomView> rooms,
      @Nullable Amount total,
      @Nullable Amount increase) {}

  /** What lines can be made of. */
  record Options(
      String baseCurrency,
      List<Category> categories,
      List<AccountOption> accounts,
      List<CostCentre> costCentres,
      List<Project> projects,
      List<TaxOption> taxCodes,
      List<SupplierView> suppliers) {}

  /** An account to choose. */
  record AccountOption(String code, String name) {}

  /** A tax code to choose. */
  record TaxOption(String code, String name) {}

  /** What one line of an order still commits us to. */
  record CommitmentView(
      UUID orderId,
      String number,
      int position,
      String name,
      String account,
      @Nullable String costCentre,
      @Nullable String project,
      LocalDate period,
      Amount amount) {

    static CommitmentView of(OpenCommitment open, Money amount) {
      return new CommitmentView(
          open.orderId(),
          open.number(),
          open.position(),
          open.name(),
          open.account(),
          open.costCentre(),
          open.project(),
          open.period(),
          Amount.of(amount));
    }
  }
}
