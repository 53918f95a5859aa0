package org.countinghouse.workflows.overdelivery;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.receipts.Receipt;
import org.springframework.stereotype.Component;

/** Says in the task list which delivery of which order it is. */
@Component
class NameOverDelivery implements TaskListener {

  private final OverDelivery process;
  private final PurchaseOrders orders;

  NameOverDelivery(OverDelivery process, PurchaseOrders orders) {
    this.process = process;
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    Receipt receipt = process.of(task.getExecution());
    task.setDescription(task.getName());
    task.setName(
        "%s: %s of %s"
            .formatted(
                task.getName(), receipt.number(), orders.require(receipt.orderId()).number()));
  }
}
