package org.countinghouse.workflows.invoicesignoff;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.payables.InvoiceState;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.invoicesignoff.InvoiceSignOffVariables.ExceptionOutcome;
import org.springframework.stereotype.Component;

/** Takes the controller's word on a held duplicate or a blocked supplier. */
@Component
class ResolveException implements TaskListener {

  private final SignOffInvoice claims;
  private final Payables payables;
  private final Access access;
  private final CurrentUser user;

  ResolveException(SignOffInvoice claims, Payables payables, Access access, CurrentUser user) {
    this.claims = claims;
    this.payables = payables;
    this.access = access;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    Actor by = user.require();
    SupplierInvoice invoice = claims.of(task);
    access.require(by, "payables.invoice:override-duplicate", invoice.organizationId());
    var variables = new InvoiceSignOffVariables(task);
    String reason = variables.takeText();
    if (variables.exceptionOutcome() == ExceptionOutcome.REJECT) {
      payables.reject(invoice.id(), reason, by);
    } else if (invoice.state() == InvoiceState.DUPLICATE) {
      payables.overrideDuplicate(invoice.id(), reason, by);
    }
  }
}
