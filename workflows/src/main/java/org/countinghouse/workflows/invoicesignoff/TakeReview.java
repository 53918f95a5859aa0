package org.countinghouse.workflows.invoicesignoff;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.payables.InvoicePosting;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.invoicesignoff.InvoiceSignOffVariables.ReviewOutcome;
import org.springframework.stereotype.Component;

/** Takes what the accountant says to a refused posting: another day, or another coding. */
@Component
class TakeReview implements TaskListener {

  private final SignOffInvoice claims;
  private final InvoicePosting posting;
  private final Access access;
  private final CurrentUser user;

  TakeReview(SignOffInvoice claims, InvoicePosting posting, Access access, CurrentUser user) {
    this.claims = claims;
    this.posting = posting;
    this.access = access;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    Actor by = user.require();
    SupplierInvoice invoice = claims.of(task);
    access.require(by, "payables.invoice:code", invoice.organizationId());
    var variables = new InvoiceSignOffVariables(task);
    if (variables.reviewOutcome() == ReviewOutcome.POST_AGAIN) {
      posting.moveTo(invoice.id(), variables.takePostingDate(), by);
    }
  }
}
