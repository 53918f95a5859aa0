package org.countinghouse.workflows.goodsreturn;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.ProcurementError;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.receipts.NewReturn;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.Returns;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.goodsreceipt.CountedText;
import org.springframework.stereotype.Component;

/**
 * Records what the start form says goes back, for whoever is logged in. A refusal reaches the
 * person who starts, and nothing has begun.
 */
@Component
class RecordReturn implements JavaDelegate {

  private static final String RECORD = "procurement.receipt:record";

  private final PurchaseOrders orders;
  private final Returns returns;
  private final Organizations organizations;
  private final Access access;
  private final CurrentUser user;
  private final Clock clock;

  RecordReturn(
      PurchaseOrders orders,
      Returns returns,
      Organizations organizations,
      Access access,
      CurrentUser user,
      Clock clock) {
    this.orders = orders;
    this.returns = returns;
    this.organizations = organizations;
    this.access = access;
    this.user = user;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Organization organization = organizations.byCode(execution.getTenantId());
    Actor by = user.require();
    access.require(by, RECORD, organization.id());
    String number = CountedText.text(execution, "orderNumber").orElse("");
    PurchaseOrder order =
        orders
            .byNumber(organization.id(), number)
            .orElseThrow(() -> ProcurementError.ORDER_UNKNOWN.with(number));
    LocalDate today = LocalDate.now(clock.withZone(organization.zone()));
    Receipt returned =
        returns.record(
            new NewReturn(
                order.id(),
                CountedText.day(execution, "returnedOn").orElse(today),
                CountedText.text(execution, "text").orElse(""),
                Receipt.Source.PERSON,
                null,
                CountedText.take(execution, order)),
            by);
    execution.setProcessBusinessKey(returned.number());
  }
}
