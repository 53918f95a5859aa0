package org.countinghouse.workflows.purchaseorder;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Actor;
import org.countinghouse.procurement.OrderProcessing;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/**
 * Takes what a person made of a version that came back. The new wording itself was stored before,
 * by {@code PUT /api/procurement/order-versions/{id}}.
 */
@Component
class TakeRework implements TaskListener {

  private final OrderOfProcess process;
  private final OrderProcessing processing;
  private final OrderRights rights;
  private final CurrentUser user;

  TakeRework(
      OrderOfProcess process, OrderProcessing processing, OrderRights rights, CurrentUser user) {
    this.process = process;
    this.processing = processing;
    this.rights = rights;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    Actor by = user.require();
    OrderVersion version = process.of(task.getExecution());
    rights.requireMayWrite(version, by);
    var variables = new PurchaseOrderVariables(task);
    String text = variables.takeText();
    switch (variables.reworkOutcome()) {
      case SUBMIT -> processing.register(version.id(), by);
      case WITHDRAW -> processing.withdraw(version.id(), text, by);
    }
  }
}
