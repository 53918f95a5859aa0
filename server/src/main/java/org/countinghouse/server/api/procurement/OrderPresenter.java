package org.countinghouse.server.api.procurement;

import java.util.List;
import java.util.UUID;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.OrderContent;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.server.api.procurement.OrderViews.Amount;
import org.countinghouse.server.api.procurement.OrderViews.LineView;
import org.countinghouse.server.api.procurement.OrderViews.OrderView;
import org.countinghouse.server.api.procurement.OrderViews.RoomView;
import org.countinghouse.server.api.procurement.OrderViews.SupplierView;
import org.countinghouse.server.api.procurement.OrderViews.VersionEntry;
import org.countinghouse.server.api.procurement.OrderViews.VersionView;
import org.countinghouse.server.api.procurement.OrderViews.WordingView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the API tells of orders. */
@Component
class OrderPresenter {

  private final PurchaseOrders orders;
  private final Suppliers suppliers;
  private final Organizations organizations;

  OrderPresenter(PurchaseOrders orders, Suppliers suppliers, Organizations organizations) {
    this.orders = orders;
    this.suppliers = suppliers;
    this.organizations = organizations;
  }

  OrderView order(UUID orderId) {
    PurchaseOrder order = orders.require(orderId);
    Organization where = organizations.byId(order.organizationId());
    return new OrderView(
        order.id(),
        where.code(),
        order.number(),
        order.version(),
        order.origin(),
        order.state(),
        supplier(order.chosenSupplier()),
        order.currency().getCurrencyCode(),
        order.orderedOn(),
        order.deliverBy(),
        order.requester(),
        order.buyer(),
        order.note(),
        order.documentId(),
        order.endReason(),
        Amount.of(order.total()),
        order.lines().stream().map(LineView::of).toList(),
        orders.versions(orderId).stream().map(VersionEntry::of).toList());
  }

  VersionView version(OrderVersion version) {
    Organization where = organizations.byId(version.organizationId());
    OrderContent content = version.content();
    return new VersionView(
        version.id(),
        version.orderId(),
        where.code(),
        where.baseCurrency().getCurrencyCode(),
        version.orderNumber(),
        version.reference(),
        version.version(),
        version.state(),
        version.reason(),
        supplier(content.supplierId()),
        content.currency().getCurrencyCode(),
        content.deliverBy(),
        content.note(),
        Amount.of(content.total()),
        Amount.orNull(version.increase()),
        version.preparedBy(),
        version.changedBy(),
        version.submittedBy(),
        version.agreedBy(),
        version.approvedBy(),
        version.approvedFor(),
        version.inForceAt(),
        version.endReason(),
        lines(content),
        agreedBefore(version),
        RoomView.all(version.state().isOpen() ? orders.rooms(version.id()) : List.of()));
  }

  private @Nullable WordingView agreedBefore(OrderVersion version) {
    OrderContent approved = version.approvedContent();
    if (approved != null) {
      return approved.equals(version.content()) ? null : wording(approved);
    }
    return orders.versions(version.orderId()).stream()
        .filter(other -> other.version() == version.version() - 1)
        .filter(other -> other.inForceAt() != null)
        .reduce((first, second) -> second)
        .map(other -> wording(other.content()))
        .orElse(null);
  }

  private WordingView wording(OrderContent content) {
    return new WordingView(
        supplier(content.supplierId()),
        content.deliverBy(),
        Amount.of(content.total()),
        lines(content));
  }

  private static List<LineView> lines(OrderContent content) {
    return content.lines().stream().map(line -> LineView.of(line, content)).toList();
  }

  private @Nullable SupplierView supplier(@Nullable UUID supplierId) {
    return supplierId == null
        ? null
        : suppliers.find(supplierId).map(OrderPresenter::supplier).orElse(null);
  }

  static SupplierView supplier(Supplier supplier) {
    return new SupplierView(
        supplier.id(), supplier.number(), supplier.name(), supplier.state().name());
  }
}
