package org.countinghouse.workflows.supplierchange;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.payables.PayablesError;
import org.countinghouse.payables.SupplierChange;
import org.countinghouse.payables.SupplierChanges;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.supplierchange.SupplierChangeVariables.SupplierOutcome;
import org.springframework.stereotype.Component;

/**
 * Takes what the clerk made of a candidate: completed (stored before, by {@code PUT
 * /api/payables/supplier-changes/{id}}), or one we have already.
 */
@Component
class TakeSupplier implements TaskListener {

  private final SupplierVerification verification;
  private final SupplierChanges changes;
  private final Access access;
  private final CurrentUser user;

  TakeSupplier(
      SupplierVerification verification, SupplierChanges changes, Access access, CurrentUser user) {
    this.verification = verification;
    this.changes = changes;
    this.access = access;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    Actor by = user.require();
    SupplierChange change = verification.of(task.getExecution());
    access.require(by, "payables.supplier:manage", change.organizationId());
    var variables = new SupplierChangeVariables(task);
    String into = variables.takeMergeInto();
    if (!into.isBlank()) {
      changes.merge(change.id(), UUID.fromString(into), by);
      variables.outcome(SupplierOutcome.MERGED);
    } else if (change.preparedBy() == null) {
      throw PayablesError.CHANGE_NOT_PREPARED.with(change.number());
    } else {
      variables.outcome(SupplierOutcome.PREPARED);
    }
  }
}
