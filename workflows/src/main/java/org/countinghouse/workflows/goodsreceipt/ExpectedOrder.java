package org.countinghouse.workflows.goodsreceipt;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.ProcurementError;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.springframework.stereotype.Component;

/** The order an instance is about, by tenant and business key, which no client can write. */
@Component
class ExpectedOrder {

  private final PurchaseOrders orders;
  private final Organizations organizations;

  ExpectedOrder(PurchaseOrders orders, Organizations organizations) {
    this.orders = orders;
    this.organizations = organizations;
  }

  PurchaseOrder of(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey();
    return orders
        .byNumber(organizations.byCode(execution.getTenantId()).id(), number)
        .orElseThrow(() -> ProcurementError.ORDER_UNKNOWN.with(number));
  }
}
