package org.countinghouse.workflows.invoicesignoff;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.countinghouse.matching.Matching;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.InvoiceCoded;
import org.countinghouse.payables.InvoicePosted;
import org.countinghouse.payables.InvoiceReceived;
import org.countinghouse.payables.SupplierChangeDecided;
import org.countinghouse.procurement.OrderChanged;
import org.countinghouse.procurement.OrderIssued;
import org.countinghouse.procurement.receipts.GoodsReceived;
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
  private final Matching matching;

  InvoiceSignOff(
      RuntimeService runtime,
      Processes processes,
      Organizations organizations,
      ApprovalRestarts restarts,
      Matching matching) {
    this.runtime = runtime;
    this.processes = processes;
    this.organizations = organizations;
    this.restarts = restarts;
    this.matching = matching;
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
    matchAgain(event.organizationId(), InvoiceSignOffVariables.SUPPLIER_ID, event.supplierId());
    processes.asSystem(
        () ->
            runtime
                .createMessageCorrelation("Msg_SupplierDecided")
                .tenantId(organizations.byId(event.organizationId()).code())
                .processInstanceVariableEquals(
                    InvoiceSignOffVariables.SUPPLIER_ID, event.supplierId().toString())
                .correlateAllWithResult());
  }

  /** Goods came: whatever waits for them is matched again, in transactions of its own. */
  @EventListener
  void goOn(GoodsReceived event) {
    matchAgain(event.organizationId(), InvoiceSignOffVariables.MATCH_ORDER_ID, event.orderId());
  }

  @EventListener
  void goOn(OrderIssued event) {
    matchAgain(event.organizationId(), InvoiceSignOffVariables.MATCH_ORDER_ID, event.orderId());
  }

  @EventListener
  void goOn(OrderChanged event) {
    matchAgain(event.organizationId(), InvoiceSignOffVariables.MATCH_ORDER_ID, event.orderId());
  }

  /** A credit note may have come before the invoice it is for was in the books. */
  @EventListener
  void goOn(InvoicePosted event) {
    if (matching.isAwaited(event.organizationId(), event.invoiceId())) {
      matchAgain(
          event.organizationId(), InvoiceSignOffVariables.CREDITED_INVOICE_ID, event.invoiceId());
    }
  }

  private void matchAgain(UUID organizationId, String variable, UUID value) {
    processes.asSystem(
        () ->
            runtime
                .createMessageCorrelation("Msg_MatchAgain")
                .tenantId(organizations.byId(organizationId).code())
                .processInstanceVariableEquals(variable, value.toString())
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
