package org.countinghouse.workflows.invoicesignoff;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Decision;
import org.countinghouse.matching.Matching;
import org.countinghouse.payables.InvoicePosting;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.workflows.engine.Modelled;
import org.springframework.stereotype.Component;

/**
 * Posts the claim in the approving transaction. What was approved and by whom is read from the
 * approval, not from variables.
 */
@Component
class PostInvoice implements JavaDelegate {

  private final SignOffInvoice claims;
  private final ApprovalHistory history;
  private final InvoicePosting posting;
  private final Matching matching;

  PostInvoice(
      SignOffInvoice claims, ApprovalHistory history, InvoicePosting posting, Matching matching) {
    this.claims = claims;
    this.history = history;
    this.posting = posting;
    this.matching = matching;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SupplierInvoice invoice = claims.of(execution);
    String coder = invoice.codedBy();
    if (coder != null && Actor.of(coder).isSystem()) {
      // it matched, was refused on its first day, and nobody touched it since
      Modelled.outcome(
          () -> {
            matching.post(invoice.id());
            return invoice;
          });
      return;
    }
    ApprovalHistory.Course course =
        history.of(invoice.organizationId(), InvoiceSignOff.SUBJECT, invoice.id());
    List<ApprovalRequest> requests = course.requests();
    ApprovalRequest last = requests.isEmpty() ? null : requests.get(requests.size() - 1);
    if (last == null || last.state() != ApprovalRequest.State.APPROVED) {
      throw new IllegalStateException(invoice.documentNumber() + " was not approved");
    }
    Decision decision = course.decisions().get(course.decisions().size() - 1);
    Modelled.outcome(
        () ->
            posting.post(
                invoice.id(),
                last.contentHash(),
                new Actor(decision.decidedBy(), decision.onBehalfOf())));
  }
}
