package org.countinghouse.workflows.invoicesignoff;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.InvoiceCoded;
import org.countinghouse.payables.InvoiceReceived;
import org.countinghouse.payables.SupplierChangeDecided;
import org.countinghouse.workflows.approval.ApprovalRestarts;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the process follow what happens to claims and suppliers, in the same transaction. */
@Component
class InvoiceSignOff {

  static final String KEY = "invoice-sign-off";
  static final String SUBJECT = "supplier-invoice";

  private final RuntimeService runtime;
  private final Processes processes;
  private final Organizations organizations;
  private final ApprovalRestarts restarts;

  InvoiceSignOff(
      RuntimeService runtime,
      Processes processes,
      Organizations organizations,
      ApprovalRestarts restarts) {
    this.runtime = runtime;
    this.processes = processes;
    this.organizations = organizations;
    this.restarts = restarts;
  }

  /**
   * A claim that was held as duplicate may have its process already: it stands at its exception.
   */
  @EventListener
  void start(InvoiceReceived event) {
    if (!isRunning(event.organizationId(), event.documentNumber())) {
      processes.start(
          KEY,
          event.organizationId(),
          event.documentNumber(),
          Map.of(InvoiceSignOffVariables.INVOICE_ID, event.invoiceId().toString()));
    }
  }

  @EventListener
  void restartApproval(InvoiceCoded event) {
    restarts.subjectChanged(SUBJECT, event.invoiceId());
  }

  /** Every claim of the supplier that waits goes on; what the decision was it reads itself. */
  @EventListener
  void goOn(SupplierChangeDecided event) {
    processes.asSystem(
        () ->
            runtime
                .createMessageCorrelation("Msg_SupplierDecided")
                .tenantId(organizations.byId(event.organizationId()).code())
                .processInstanceVariableEquals(
                    InvoiceSignOffVariables.SUPPLIER_ID, event.supplierId().toString())
                .correlateAllWithResult());
  }

  private boolean isRunning(UUID organizationId, String documentNumber) {
    String tenant = organizations.byId(organizationId).code();
    return processes.asSystem(
        () ->
            runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(KEY)
                    .processInstanceBusinessKey(documentNumber)
                    .tenantIdIn(tenant)
                    .count()
                > 0);
  }
}
