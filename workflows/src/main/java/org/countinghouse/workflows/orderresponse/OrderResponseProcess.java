package org.countinghouse.workflows.orderresponse;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.correspondence.CorrespondenceError;
import org.countinghouse.procurement.correspondence.OrderAnswered;
import org.countinghouse.procurement.correspondence.OrderResponse;
import org.countinghouse.procurement.correspondence.OrderResponses;
import org.countinghouse.procurement.correspondence.ResponseSettled;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** An answer that differs from its order becomes a task of the buyers, until it is settled. */
@Component
class OrderResponseProcess {

  static final String KEY = "order-response";

  private static final String SETTLED = "Msg_ResponseSettled";

  private final Processes processes;
  private final RuntimeService runtime;
  private final Organizations organizations;
  private final OrderResponses responses;
  private final PurchaseOrders orders;

  OrderResponseProcess(
      Processes processes,
      RuntimeService runtime,
      Organizations organizations,
      OrderResponses responses,
      PurchaseOrders orders) {
    this.processes = processes;
    this.runtime = runtime;
    this.organizations = organizations;
    this.responses = responses;
    this.orders = orders;
  }

  @EventListener
  void on(OrderAnswered event) {
    if (event.needsDecision()) {
      processes.start(
          KEY,
          event.organizationId(),
          businessKey(event.orderNumber(), event.number()),
          Map.of("responseId", event.responseId().toString()));
    }
  }

  /** After the commit: a task that is just being completed ends by itself. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void on(ResponseSettled event) {
    String tenant = organizations.byId(event.organizationId()).code();
    processes.asSystem(
        () ->
            runtime
                .createMessageCorrelation(SETTLED)
                .tenantId(tenant)
                .processInstanceBusinessKey(businessKey(event.orderNumber(), event.number()))
                .correlateAllWithResult()
                .size());
  }

  /** An answer and its order. */
  record Case(OrderResponse response, PurchaseOrder order) {}

  /** The answer an instance is about, by tenant and business key, which no client can write. */
  Case of(DelegateExecution execution) {
    String key = execution.getProcessBusinessKey();
    return responses.open(organizations.byCode(execution.getTenantId()).id()).stream()
        .map(response -> new Case(response, orders.require(response.orderId())))
        .filter(each -> businessKey(each.order().number(), each.response().number()).equals(key))
        .findFirst()
        .orElseThrow(() -> CorrespondenceError.RESPONSE_UNKNOWN.with(key));
  }

  private static String businessKey(String orderNumber, String number) {
    return orderNumber + "/" + number;
  }
}
