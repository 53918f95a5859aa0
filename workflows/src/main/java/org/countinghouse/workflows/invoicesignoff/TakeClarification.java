package org.countinghouse.workflows.invoicesignoff;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/** Keeps what the supplier said. */
@Component
class TakeClarification implements TaskListener {

  private final SignOffInvoice claims;
  private final Payables payables;
  private final Access access;
  private final CurrentUser user;

  TakeClarification(SignOffInvoice claims, Payables payables, Access access, CurrentUser user) {
    this.claims = claims;
    this.payables = payables;
    this.access = access;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    Actor by = user.require();
    SupplierInvoice invoice = claims.of(task);
    access.require(by, "payables.invoice:code", invoice.organizationId());
    payables.note(invoice.id(), new InvoiceSignOffVariables(task).takeText(), by);
  }
}
