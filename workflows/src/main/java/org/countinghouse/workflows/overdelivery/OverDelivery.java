package org.countinghouse.workflows.overdelivery;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.ReceiptDecided;
import org.countinghouse.procurement.receipts.ReceiptError;
import org.countinghouse.procurement.receipts.ReceiptHeld;
import org.countinghouse.procurement.receipts.Receipts;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** A receipt that is held becomes a task of the buyers, until somebody has decided about it. */
@Component
class OverDelivery {

  static final String KEY = "over-delivery";

  private static final String DECIDED = "Msg_ReceiptDecided";

  private final Processes processes;
  private final RuntimeService runtime;
  private final Organizations organizations;
  private final Receipts receipts;

  OverDelivery(
      Processes processes, RuntimeService runtime, Organizations organizations, Receipts receipts) {
    this.processes = processes;
    this.runtime = runtime;
    this.organizations = organizations;
    this.receipts = receipts;
  }

  @EventListener
  void on(ReceiptHeld event) {
    processes.start(
        KEY,
        event.organizationId(),
        event.number(),
        Map.of("receiptId", event.receiptId().toString()));
  }

  /** After the commit: a task that is just being completed ends by itself. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void on(ReceiptDecided event) {
    String tenant = organizations.byId(event.organizationId()).code();
    processes.asSystem(
        () ->
            runtime
                .createMessageCorrelation(DECIDED)
                .tenantId(tenant)
                .processInstanceBusinessKey(event.number())
                .correlateAllWithResult()
                .size());
  }

  /** The receipt an instance is about, by tenant and business key, which no client can write. */
  Receipt of(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey();
    return receipts
        .find(organizations.byCode(execution.getTenantId()).id(), number)
        .orElseThrow(() -> ReceiptError.UNKNOWN.with(number));
  }
}
