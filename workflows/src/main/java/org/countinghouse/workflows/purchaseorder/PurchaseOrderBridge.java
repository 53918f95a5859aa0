package org.countinghouse.workflows.purchaseorder;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.OrderSubmitted;
import org.countinghouse.procurement.OrderVersionChanged;
import org.countinghouse.procurement.OrderVersionWithdrawn;
import org.countinghouse.workflows.approval.ApprovalRestarts;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the process follow what happens to orders elsewhere, in the same transaction. */
@Component
class PurchaseOrderBridge {

  static final String KEY = "purchase-order";
  static final String SUBJECT = "purchase-order";

  private final RuntimeService runtime;
  private final Processes processes;
  private final Organizations organizations;
  private final ApprovalRestarts restarts;
  private final Approvals approvals;

  PurchaseOrderBridge(
      RuntimeService runtime,
      Processes processes,
      Organizations organizations,
      ApprovalRestarts restarts,
      Approvals approvals) {
    this.runtime = runtime;
    this.processes = processes;
    this.organizations = organizations;
    this.restarts = restarts;
    this.approvals = approvals;
  }

  /** One that came back has its process, which waits for it. */
  @EventListener
  void start(OrderSubmitted event) {
    if (!tell("Msg_OrderSubmittedAgain", event.organizationId(), event.reference())) {
      processes.start(
          KEY,
          event.organizationId(),
          event.reference(),
          Map.of(PurchaseOrderVariables.ORDER_VERSION_ID, event.versionId().toString()));
    }
  }

  @EventListener
  void restartApproval(OrderVersionChanged event) {
    restarts.subjectChanged(SUBJECT, event.versionId());
  }

  /** A draft that was never handed in has no process; one that is being approved has a question. */
  @EventListener
  void end(OrderVersionWithdrawn event) {
    approvals.drop(event.organizationId(), SUBJECT, event.versionId());
    tell("Msg_OrderWithdrawn", event.organizationId(), event.reference());
  }

  private boolean tell(String message, UUID organizationId, String reference) {
    String tenant = organizations.byId(organizationId).code();
    return !processes
        .asSystem(
            () ->
                runtime
                    .createMessageCorrelation(message)
                    .tenantId(tenant)
                    .processInstanceBusinessKey(reference)
                    .correlateAllWithResult())
        .isEmpty();
  }
}
