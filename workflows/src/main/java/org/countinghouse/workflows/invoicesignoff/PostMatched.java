package org.countinghouse.workflows.invoicesignoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.matching.Matching;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.workflows.engine.Modelled;
import org.springframework.stereotype.Component;

/**
 * Posts a claim that is what was ordered and received, in a transaction of its own: what refuses it
 * must not take the receipt of the document, or of the goods, with it.
 */
@Component
class PostMatched implements JavaDelegate {

  private final SignOffInvoice claims;
  private final Matching matching;

  PostMatched(SignOffInvoice claims, Matching matching) {
    this.claims = claims;
    this.matching = matching;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SupplierInvoice invoice = claims.of(execution);
    Modelled.outcome(
        () -> {
          matching.post(invoice.id());
          return invoice;
        });
  }
}
