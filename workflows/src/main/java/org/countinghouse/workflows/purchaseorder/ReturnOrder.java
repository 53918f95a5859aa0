package org.countinghouse.workflows.purchaseorder;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.procurement.OrderProcessing;
import org.countinghouse.procurement.OrderVersion;
import org.springframework.stereotype.Component;

/** Gives a rejected or refused version back to be reworked; a buyer's return did so before. */
@Component
class ReturnOrder implements JavaDelegate {

  private final OrderOfProcess process;
  private final OrderProcessing processing;

  ReturnOrder(OrderOfProcess process, OrderProcessing processing) {
    this.process = process;
    this.processing = processing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    OrderVersion version = process.of(execution);
    if (version.state() != OrderVersion.State.REJECTED) {
      processing.giveBack(version.id(), "not approved", Actor.system("procurement"));
    }
  }
}
