package org.countinghouse.workflows.supplierchange;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.approvals.ApprovalRequest.State;
import org.countinghouse.payables.SupplierChange;
import org.countinghouse.payables.SupplierChanges;
import org.springframework.stereotype.Component;

/** Releases the supplier or its account after the second person agreed. */
@Component
class ConfirmSupplierChange implements JavaDelegate {

  private final SupplierVerification verification;
  private final DecidedChange decided;
  private final SupplierChanges changes;

  ConfirmSupplierChange(
      SupplierVerification verification, DecidedChange decided, SupplierChanges changes) {
    this.verification = verification;
    this.decided = decided;
    this.changes = changes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SupplierChange change = verification.of(execution);
    DecidedChange.Verdict verdict = decided.of(change, State.APPROVED);
    changes.verify(change.id(), verdict.reason(), verdict.by());
  }
}
