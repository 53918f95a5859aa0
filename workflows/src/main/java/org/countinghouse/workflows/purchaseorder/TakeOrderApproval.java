package org.countinghouse.workflows.purchaseorder;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.procurement.OrderProcessing;
import org.countinghouse.procurement.OrderVersion;
import org.springframework.stereotype.Component;

/**
 * Notes what was agreed to. Whether anybody had to, what was approved and by whom is read from the
 * database: no variable decides about it.
 */
@Component
class TakeOrderApproval implements JavaDelegate {

  private final OrderOfProcess process;
  private final OrderProcessing processing;

  TakeOrderApproval(OrderOfProcess process, OrderProcessing processing) {
    this.process = process;
    this.processing = processing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    OrderVersion version = process.of(execution);
    processing.takeApproval(version.id());
    new PurchaseOrderVariables(execution).placed(processing.isPlaced(version.id()));
  }
}
