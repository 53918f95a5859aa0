package org.countinghouse.workflows.purchaseorder;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.ProcurementError;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.springframework.stereotype.Component;

/**
 * Finds the version an instance is about, by tenant and business key, which no client can write: of
 * an order at most one version is on its way.
 */
@Component
class OrderOfProcess {

  private final PurchaseOrders orders;
  private final Organizations organizations;

  OrderOfProcess(PurchaseOrders orders, Organizations organizations) {
    this.orders = orders;
    this.organizations = organizations;
  }

  OrderVersion of(DelegateExecution execution) {
    String reference = execution.getProcessBusinessKey();
    OrderVersion version = of(execution.getTenantId(), reference);
    new PurchaseOrderVariables(execution).orderVersionId(version.id());
    return version;
  }

  /**
   * The version of this reference that is on its way.
   *
   * @throws org.countinghouse.errors.BusinessException {@code procurement.version-unknown}
   */
  OrderVersion of(String organization, String reference) {
    int slash = reference.lastIndexOf('/');
    PurchaseOrder order =
        orders
            .byNumber(organizations.byCode(organization).id(), reference)
            .or(
                () ->
                    orders.byNumber(
                        organizations.byCode(organization).id(),
                        slash < 0 ? reference : reference.substring(0, slash)))
            .orElseThrow(() -> ProcurementError.VERSION_UNKNOWN.with(reference));
    return orders.versions(order.id()).stream()
        .filter(version -> version.state().isOpen())
        .filter(version -> version.reference().equals(reference))
        .findFirst()
        .orElseThrow(() -> ProcurementError.VERSION_UNKNOWN.with(reference));
  }
}
