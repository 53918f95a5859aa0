package org.countinghouse.workflows.goodsreceipt;

import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.PurchaseOrder;
import org.springframework.stereotype.Component;

/** Says in the task list whose goods are expected, and by when. */
@Component
class NameGoodsTask implements TaskListener {

  private final ExpectedOrder expected;
  private final Suppliers suppliers;
  private final Organizations organizations;

  NameGoodsTask(ExpectedOrder expected, Suppliers suppliers, Organizations organizations) {
    this.expected = expected;
    this.suppliers = suppliers;
    this.organizations = organizations;
  }

  @Override
  public void notify(DelegateTask task) {
    PurchaseOrder order = expected.of(task.getExecution());
    String supplier = suppliers.find(order.supplierId()).map(Supplier::name).orElse("");
    task.setDescription(task.getName());
    task.setName("%s: %s, %s".formatted(task.getName(), order.number(), supplier));
    if (order.deliverBy() != null) {
      ZoneId zone = organizations.byId(order.organizationId()).zone();
      task.setDueDate(Date.from(order.deliverBy().plusDays(1).atStartOfDay(zone).toInstant()));
    }
  }
}
