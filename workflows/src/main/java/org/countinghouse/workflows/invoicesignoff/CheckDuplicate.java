package org.countinghouse.workflows.invoicesignoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.payables.InvoiceState;
import org.springframework.stereotype.Component;

/** Reads whether the claim is held because another of its number stands. */
@Component
class CheckDuplicate implements JavaDelegate {

  private final SignOffInvoice claims;

  CheckDuplicate(SignOffInvoice claims) {
    this.claims = claims;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean held = claims.of(execution).state() == InvoiceState.DUPLICATE;
    new InvoiceSignOffVariables(execution).duplicate(held);
  }
}
