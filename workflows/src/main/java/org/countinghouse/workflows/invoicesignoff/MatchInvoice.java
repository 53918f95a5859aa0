package org.countinghouse.workflows.invoicesignoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.matching.Matching;
import org.countinghouse.payables.SupplierInvoice;
import org.springframework.stereotype.Component;

/**
 * Matches the claim with its order and what came of it. Whoever counts on the order waits for this
 * transaction, so that goods which come meanwhile find somebody to tell.
 */
@Component
class MatchInvoice implements JavaDelegate {

  private final SignOffInvoice claims;
  private final Matching matching;

  MatchInvoice(SignOffInvoice claims, Matching matching) {
    this.claims = claims;
    this.matching = matching;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SupplierInvoice invoice = claims.of(execution);
    var variables = new InvoiceSignOffVariables(execution);
    Matching.Outcome outcome = matching.match(invoice.id());
    switch (outcome.state()) {
      case WAITING ->
          variables.waitForMatch(
              outcome.orderId(), outcome.creditedInvoiceId(), matching.waitUntil(invoice));
      case HELD -> variables.matchOutcome(InvoiceSignOffVariables.MatchOutcome.HOLD);
      case MATCHED, ACCEPTED, UNORDERED, POSTED ->
          variables.matchOutcome(
              outcome.isTouchless()
                  ? InvoiceSignOffVariables.MatchOutcome.TOUCHLESS
                  : InvoiceSignOffVariables.MatchOutcome.CODE);
    }
  }
}
