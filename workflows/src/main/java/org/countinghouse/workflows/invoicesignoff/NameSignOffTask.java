package org.countinghouse.workflows.invoicesignoff;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.payables.Suppliers;
import org.springframework.stereotype.Component;

/** Says in the task list which invoice it is, so that nobody opens ten tasks to find one. */
@Component
class NameSignOffTask implements TaskListener {

  private final SignOffInvoice claims;
  private final Suppliers suppliers;

  NameSignOffTask(SignOffInvoice claims, Suppliers suppliers) {
    this.claims = claims;
    this.suppliers = suppliers;
  }

  @Override
  public void notify(DelegateTask task) {
    SupplierInvoice invoice = claims.of(task);
    String supplier = suppliers.require(invoice.supplierId()).name();
    task.setDescription(task.getName());
    task.setName("%s: %s, %s".formatted(task.getName(), supplier, invoice.documentNumber()));
  }
}
