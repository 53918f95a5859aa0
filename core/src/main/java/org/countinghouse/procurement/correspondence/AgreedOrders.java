package org.countinghouse.procurement.correspondence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.OrderWish;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over orders that were agreed elsewhere: in a supplier's shop, in the program used before.
 * They keep their number and pass the approval every other order does.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class AgreedOrders {

  private final PurchaseOrders orders;
  private final Suppliers suppliers;

  AgreedOrders(PurchaseOrders orders, Suppliers suppliers) {
    this.orders = orders;
    this.suppliers = suppliers;
  }

  /** What an order came to. */
  public record Outcome(PurchaseOrder order, boolean isNew) {}

  /**
   * Takes an order. One of this number and supplier that was taken over before stays as it is.
   *
   * @param documentId what it was read from
   * @throws BusinessException {@code procurement.agreed-order-supplier} when we do not know who
   *     delivers; those of {@link PurchaseOrders#adopt}
   */
  public Outcome take(
      UUID organizationId, ReceivedOrder received, @Nullable UUID documentId, Actor by) {
    Supplier supplier =
        supplier(organizationId, received)
            .orElseThrow(
                () ->
                    CorrespondenceError.SUPPLIER_UNKNOWN.with(
                        received.number(), received.seller().name()));
    Optional<PurchaseOrder> known =
        orders
            .byNumber(organizationId, received.number())
            .filter(order -> order.origin() == PurchaseOrder.Origin.ADOPTED)
            .filter(order -> supplier.id().equals(order.chosenSupplier()));
    if (known.isPresent()) {
      return new Outcome(known.get(), false);
    }
    var wish =
        new OrderWish(
            supplier.id(),
            received.currency(),
            received.deliverBy(),
            received.note(),
            received.lines().stream().map(line -> booked(line, supplier)).toList());
    PurchaseOrder adopted =
        orders.adopt(
            organizationId,
            new PurchaseOrders.Adoption(received.number(), received.orderedOn(), wish, documentId),
            by);
    return new Outcome(adopted, true);
  }

  /** Who agreed it elsewhere knows no cost centres of ours: the one its supplier's invoices get. */
  private static OrderWish.Line booked(OrderWish.Line line, Supplier supplier) {
    return line.costCentre() != null
        ? line
        : new OrderWish.Line(
            line.id(),
            line.position(),
            line.supplierItem(),
            line.name(),
            line.category(),
            line.quantity(),
            line.unit(),
            line.unitPrice(),
            line.account(),
            supplier.terms().costCentre(),
            line.project(),
            line.taxCode());
  }

  private Optional<Supplier> supplier(UUID organizationId, ReceivedOrder received) {
    String number = received.supplierNumber();
    return number == null
        ? suppliers.resolve(organizationId, received.seller(), List.of())
        : suppliers.list(organizationId, number).stream()
            .filter(supplier -> supplier.number().equals(number))
            .findFirst();
  }
}
