package org.countinghouse.workflows.purchaseorder;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.procurement.OrderProcessing;
import org.countinghouse.workflows.engine.Modelled;
import org.springframework.stereotype.Component;

/** Issues the order, or changes it, in the transaction of whoever decided last. */
@Component
class PutOrderInForce implements JavaDelegate {

  private final OrderOfProcess process;
  private final OrderProcessing processing;

  PutOrderInForce(OrderOfProcess process, OrderProcessing processing) {
    this.process = process;
    this.processing = processing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Modelled.outcome(() -> processing.putInForce(process.of(execution).id()));
  }
}
