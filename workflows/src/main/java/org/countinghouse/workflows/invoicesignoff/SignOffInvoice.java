package org.countinghouse.workflows.invoicesignoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.PayablesError;
import org.countinghouse.payables.SupplierInvoice;
import org.springframework.stereotype.Component;

/** Finds the claim an instance is about, by tenant and business key. */
@Component
class SignOffInvoice {

  private final Invoices invoices;

  SignOffInvoice(Invoices invoices) {
    this.invoices = invoices;
  }

  SupplierInvoice of(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey();
    SupplierInvoice invoice =
        invoices
            .find(execution.getTenantId(), number)
            .orElseThrow(() -> PayablesError.INVOICE_UNKNOWN.with(number));
    new InvoiceSignOffVariables(execution).invoiceId(invoice.id());
    return invoice;
  }

  SupplierInvoice of(DelegateTask task) {
    return of(task.getExecution());
  }
}
