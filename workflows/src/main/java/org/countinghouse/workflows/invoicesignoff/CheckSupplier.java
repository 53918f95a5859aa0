package org.countinghouse.workflows.invoicesignoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.payables.Suppliers;
import org.springframework.stereotype.Component;

/**
 * Reads whether the supplier was verified. It holds the supplier's row until the wait is stored, so
 * that a decision taken meanwhile finds somebody to tell.
 */
@Component
class CheckSupplier implements JavaDelegate {

  private final SignOffInvoice claims;
  private final Suppliers suppliers;

  CheckSupplier(SignOffInvoice claims, Suppliers suppliers) {
    this.claims = claims;
    this.suppliers = suppliers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SupplierInvoice invoice = claims.of(execution);
    Supplier supplier = suppliers.lock(invoice.supplierId());
    new InvoiceSignOffVariables(execution).supplier(supplier.id(), supplier.state());
  }
}
