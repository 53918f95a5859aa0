package org.countinghouse.workflows.goodsreceipt;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.OrderCancelled;
import org.countinghouse.procurement.OrderChanged;
import org.countinghouse.procurement.OrderClosed;
import org.countinghouse.procurement.OrderIssued;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.receipts.GoodsReceived;
import org.countinghouse.procurement.receipts.GoodsReturned;
import org.countinghouse.procurement.receipts.ReceiptCorrected;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** An order of which goods are to come is a task of the warehouse, as long as they are. */
@Component
class GoodsReceipt {

  static final String KEY = "goods-receipt";
  static final String OUTSTANDING = "goodsOutstanding";

  private static final String NOTHING_OUTSTANDING = "Msg_NothingOutstanding";
  private static final String ORDER_ID = "orderId";

  private final Processes processes;
  private final RuntimeService runtime;
  private final Organizations organizations;
  private final PurchaseOrders orders;

  GoodsReceipt(
      Processes processes,
      RuntimeService runtime,
      Organizations organizations,
      PurchaseOrders orders) {
    this.processes = processes;
    this.runtime = runtime;
    this.organizations = organizations;
    this.orders = orders;
  }

  /** Whether anything is to come whose receipt is recorded. */
  static boolean isOutstanding(PurchaseOrder order) {
    return order.state() == PurchaseOrder.State.ISSUED
        && order.lines().stream()
            .anyMatch(line -> line.receiptRequired() && line.quantityOutstanding().signum() > 0);
  }

  @EventListener
  void on(OrderIssued event) {
    expect(event.orderId());
  }

  @EventListener
  void on(OrderChanged event) {
    expect(event.orderId());
  }

  @EventListener
  void on(GoodsReturned event) {
    expect(event.orderId());
  }

  @EventListener
  void on(ReceiptCorrected event) {
    expect(event.orderId());
  }

  /** In the transaction that found it; one task at a time. */
  private void expect(UUID orderId) {
    PurchaseOrder order = orders.require(orderId);
    if (isOutstanding(order) && !isExpected(order)) {
      processes.start(
          KEY, order.organizationId(), order.number(), Map.of(ORDER_ID, orderId.toString()));
    }
  }

  private boolean isExpected(PurchaseOrder order) {
    String tenant = organizations.byId(order.organizationId()).code();
    return processes.asSystem(
            () ->
                runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(KEY)
                    .processInstanceBusinessKey(order.number())
                    .tenantIdIn(tenant)
                    .count())
        > 0;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void on(GoodsReceived event) {
    settle(event.orderId());
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void on(OrderClosed event) {
    settle(event.orderId());
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void on(OrderCancelled event) {
    settle(event.orderId());
  }

  /** A change may have taken away what was outstanding. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void after(OrderChanged event) {
    settle(event.orderId());
  }

  /**
   * After the commit: a task that is just being completed ends by itself, only one that nobody
   * completes is ended here.
   */
  private void settle(UUID orderId) {
    PurchaseOrder order = orders.require(orderId);
    if (!isOutstanding(order)) {
      String tenant = organizations.byId(order.organizationId()).code();
      processes.asSystem(
          () ->
              runtime
                  .createMessageCorrelation(NOTHING_OUTSTANDING)
                  .tenantId(tenant)
                  .processInstanceBusinessKey(order.number())
                  .correlateAllWithResult()
                  .size());
    }
  }
}
