package org.countinghouse.workflows.invoicesignoff;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.matching.Match;
import org.countinghouse.matching.MatchState;
import org.countinghouse.matching.Matching;
import org.countinghouse.matching.MatchingError;
import org.countinghouse.payables.InvoiceState;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.invoicesignoff.InvoiceSignOffVariables.MatchDecision;
import org.springframework.stereotype.Component;

/**
 * Takes what somebody made of a claim that differs from its order. Decisions line by line were
 * stored before, by {@code POST /api/matching/invoices/{id}/decisions}; here they are only looked
 * for.
 */
@Component
class TakeMatchDecision implements TaskListener {

  private final SignOffInvoice claims;
  private final Matching matching;
  private final Payables payables;
  private final Access access;
  private final CurrentUser user;

  TakeMatchDecision(
      SignOffInvoice claims,
      Matching matching,
      Payables payables,
      Access access,
      CurrentUser user) {
    this.claims = claims;
    this.matching = matching;
    this.payables = payables;
    this.access = access;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    Actor by = user.require();
    SupplierInvoice invoice = claims.of(task);
    access.require(by, "matching.match:resolve", invoice.organizationId());
    var variables = new InvoiceSignOffVariables(task);
    String text = variables.takeText();
    String order = variables.takeOrderNumber();
    switch (variables.matchDecision()) {
      case RESOLVED -> {
        requireDecided(invoice);
        boolean coded = invoice.state() == InvoiceState.CODED;
        variables.matchDecision(coded ? MatchDecision.APPROVE : MatchDecision.CODE);
      }
      case MATCH_AGAIN -> {
        if (!order.isBlank()) {
          matching.choose(invoice.id(), order, text, by);
        } else {
          matching.requireOpen(invoice.id());
        }
      }
      case CODE -> matching.release(invoice.id(), text, by);
      case REJECT -> payables.reject(invoice.id(), text, by);
      case APPROVE -> requireDecided(invoice); // only ever set here
    }
  }

  private void requireDecided(SupplierInvoice invoice) {
    MatchState state = matching.find(invoice.id()).map(Match::state).orElse(MatchState.UNORDERED);
    if (state != MatchState.ACCEPTED) {
      throw MatchingError.DECISION_MISSING.with("every difference", invoice.documentNumber());
    }
  }
}
