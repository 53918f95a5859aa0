package org.countinghouse.workflows.supplierchange;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.payables.SupplierChange;
import org.countinghouse.payables.Suppliers;
import org.springframework.stereotype.Component;

/** Says in the task list which supplier it is. */
@Component
class NameSupplierTask implements TaskListener {

  private final SupplierVerification verification;
  private final Suppliers suppliers;

  NameSupplierTask(SupplierVerification verification, Suppliers suppliers) {
    this.verification = verification;
    this.suppliers = suppliers;
  }

  @Override
  public void notify(DelegateTask task) {
    SupplierChange change = verification.of(task.getExecution());
    String supplier = suppliers.require(change.supplierId()).name();
    task.setDescription(change.reason());
    task.setName("%s: %s".formatted(task.getName(), supplier));
  }
}
