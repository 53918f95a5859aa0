package org.countinghouse.workflows.invoicesignoff;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.payables.InvoiceState;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.PayablesError;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/**
 * Takes what the clerk made of the claim. The coding itself was stored before, by {@code PUT
 * /api/payables/invoices/{id}/coding}; here it is only looked for.
 */
@Component
class TakeCoding implements TaskListener {

  private final SignOffInvoice claims;
  private final Payables payables;
  private final Access access;
  private final CurrentUser user;

  TakeCoding(SignOffInvoice claims, Payables payables, Access access, CurrentUser user) {
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
    var variables = new InvoiceSignOffVariables(task);
    String text = variables.takeText();
    switch (variables.codingOutcome()) {
      case CODED -> requireCoded(invoice);
      case CLARIFY -> payables.note(invoice.id(), text, by);
      case REJECT -> payables.reject(invoice.id(), text, by);
    }
  }

  private static void requireCoded(SupplierInvoice invoice) {
    if (invoice.state() != InvoiceState.CODED) {
      throw PayablesError.LINE_NOT_CODED.with("1", invoice.documentNumber());
    }
  }
}
