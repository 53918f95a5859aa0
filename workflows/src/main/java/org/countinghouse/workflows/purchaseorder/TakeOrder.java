package org.countinghouse.workflows.purchaseorder;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.OrderProcessing;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.ProcurementError;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.stereotype.Component;

/**
 * Hands in the draft that the start form saved, for whoever is logged in; one that came over REST
 * or from outside is handed in already. A refusal, of content or of budget, reaches the person who
 * starts, and nothing has begun.
 */
@Component
class TakeOrder implements JavaDelegate {

  private final PurchaseOrders orders;
  private final OrderProcessing processing;
  private final OrderRights rights;
  private final Organizations organizations;
  private final CurrentUser user;
  private final RuntimeService runtime;
  private final Processes processes;

  TakeOrder(
      PurchaseOrders orders,
      OrderProcessing processing,
      OrderRights rights,
      Organizations organizations,
      CurrentUser user,
      RuntimeService runtime,
      Processes processes) {
    this.orders = orders;
    this.processing = processing;
    this.rights = rights;
    this.organizations = organizations;
    this.user = user;
    this.runtime = runtime;
    this.processes = processes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var variables = new PurchaseOrderVariables(execution);
    OrderVersion version = orders.requireVersion(variables.orderVersionId());
    if (!version.organizationId().equals(organizations.byCode(execution.getTenantId()).id())) {
      throw ProcurementError.VERSION_UNKNOWN.with(version.id());
    }
    if (version.state() == OrderVersion.State.SUBMITTED) {
      requireNoOther(execution, version);
    } else {
      Actor by = user.require();
      rights.requireMayWrite(version, by);
      processing.register(version.id(), by);
    }
    execution.setProcessBusinessKey(version.reference());
    variables.approvalNeeded(processing.needsApproval(version.id()));
  }

  /** Nobody gets a second approval going by starting the process for an order that has one. */
  private void requireNoOther(DelegateExecution execution, OrderVersion version) {
    boolean hasOne =
        processes.asSystem(
            () ->
                runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(PurchaseOrderBridge.KEY)
                    .processInstanceBusinessKey(version.reference())
                    .tenantIdIn(execution.getTenantId())
                    .list()
                    .stream()
                    .anyMatch(other -> !other.getId().equals(execution.getProcessInstanceId())));
    if (hasOne) {
      throw ProcurementError.STATE.with(version.reference(), version.state(), "submitted");
    }
  }
}
