package org.countinghouse.workflows.purchaseorder;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Actor;
import org.countinghouse.procurement.OrderProcessing;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.ProcurementError;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/**
 * Takes what a buyer made of an approved order. What he agreed with the supplier was stored before,
 * by {@code PUT /api/procurement/order-versions/{id}/agreement}; whether it is dearer than was
 * approved is asked of the database.
 */
@Component
class TakePlacing implements TaskListener {

  private static final int REASON_LENGTH_MIN = 3;

  private final OrderOfProcess process;
  private final OrderProcessing processing;
  private final OrderRights rights;
  private final CurrentUser user;

  TakePlacing(
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
    rights.requireMayPlace(version, by);
    var variables = new PurchaseOrderVariables(task);
    String text = variables.takeText();
    switch (variables.placingOutcome()) {
      case PLACE -> {
        processing.settle(version.id(), by);
        variables.approvalNeeded(processing.needsApproval(version.id()));
      }
      case RETURN -> {
        if (text.strip().length() < REASON_LENGTH_MIN) {
          throw ProcurementError.REASON.with();
        }
        processing.giveBack(version.id(), text.strip(), by);
      }
    }
  }
}
