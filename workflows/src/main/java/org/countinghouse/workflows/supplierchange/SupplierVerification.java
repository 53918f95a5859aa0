package org.countinghouse.workflows.supplierchange;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.PayablesError;
import org.countinghouse.payables.SupplierChange;
import org.countinghouse.payables.SupplierChangeRequested;
import org.countinghouse.payables.SupplierChanges;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process with the change, and finds the change of an instance again. */
@Component
class SupplierVerification {

  static final String KEY = "supplier-change";
  static final String SUBJECT = "supplier-change";

  private final Processes processes;
  private final SupplierChanges changes;
  private final Organizations organizations;

  SupplierVerification(Processes processes, SupplierChanges changes, Organizations organizations) {
    this.processes = processes;
    this.changes = changes;
    this.organizations = organizations;
  }

  /** In the requesting transaction: there is never a change without its process. */
  @EventListener
  void start(SupplierChangeRequested event) {
    processes.start(
        KEY,
        event.organizationId(),
        event.changeNumber(),
        Map.of(
            SupplierChangeVariables.CHANGE_ID,
            event.changeId().toString(),
            SupplierChangeVariables.NEW_SUPPLIER,
            event.kind() == SupplierChange.Kind.NEW_SUPPLIER));
  }

  /** By tenant and business key, which no client can write. */
  SupplierChange of(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey();
    SupplierChange change =
        changes
            .find(organizations.byCode(execution.getTenantId()).id(), number)
            .orElseThrow(() -> PayablesError.CHANGE_UNKNOWN.with(number));
    new SupplierChangeVariables(execution).changeId(change.id());
    return change;
  }
}
