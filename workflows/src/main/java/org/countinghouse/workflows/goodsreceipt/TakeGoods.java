package org.countinghouse.workflows.goodsreceipt;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.receipts.NewReceipt;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.Receipts;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/** On completing "Receive goods": the domain records what came, or says why it does not. */
@Component
class TakeGoods implements TaskListener {

  private static final String RECORD = "procurement.receipt:record";

  private final ExpectedOrder expected;
  private final PurchaseOrders orders;
  private final Receipts receipts;
  private final Organizations organizations;
  private final Access access;
  private final CurrentUser user;
  private final Clock clock;

  TakeGoods(
      ExpectedOrder expected,
      PurchaseOrders orders,
      Receipts receipts,
      Organizations organizations,
      Access access,
      CurrentUser user,
      Clock clock) {
    this.expected = expected;
    this.orders = orders;
    this.receipts = receipts;
    this.organizations = organizations;
    this.access = access;
    this.user = user;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateTask task) {
    DelegateExecution execution = task.getExecution();
    PurchaseOrder order = expected.of(execution);
    Actor by = user.require();
    access.require(by, RECORD, order.organizationId());
    LocalDate today =
        LocalDate.now(clock.withZone(organizations.byId(order.organizationId()).zone()));
    receipts.record(
        new NewReceipt(
            order.id(),
            CountedText.day(execution, "receivedOn").orElse(today),
            CountedText.text(execution, "deliveryNote").orElse(null),
            Receipt.Source.PERSON,
            null,
            CountedText.take(execution, order)),
        by);
    execution.setVariable(
        GoodsReceipt.OUTSTANDING, GoodsReceipt.isOutstanding(orders.require(order.id())));
  }
}
