package org.countinghouse.workflows.invoicesignoff;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.countinghouse.procurement.OrderWorld.line;
import static org.countinghouse.procurement.OrderWorld.quantities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.access.ApprovalLimit;
import org.countinghouse.access.ApprovalLimits;
import org.countinghouse.ledger.Periods;
import org.countinghouse.matching.LineDecision;
import org.countinghouse.matching.MatchDecisions;
import org.countinghouse.money.Money;
import org.countinghouse.payables.Disputes;
import org.countinghouse.payables.InvoiceState;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.procurement.OrderDrafting;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.OrderWorld;
import org.countinghouse.procurement.OrderWorld.Company;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.receipts.Counted;
import org.countinghouse.procurement.receipts.NewReceipt;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.Receipts;
import org.countinghouse.testing.TestOrganizations;
import org.countinghouse.workflows.testing.ProcessTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of an invoice that names an order. */
@ProcessTest
class MatchedInvoiceProcessTests {

  @Autowired OrderWorld world;
  @Autowired TestOrganizations people;
  @Autowired OrderDrafting drafting;
  @Autowired PurchaseOrders orders;
  @Autowired Receipts receipts;
  @Autowired Payables payables;
  @Autowired Invoices invoices;
  @Autowired MatchDecisions decisions;
  @Autowired Disputes disputes;
  @Autowired Periods periods;
  @Autowired ApprovalLimits limits;
  @Autowired Access access;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired IdentityService identity;

  private Company company;
  private PurchaseOrder order;

  @BeforeEach
  void anOrder() {
    company = world.company();
    limit("supplier-invoice");
    limit("purchase-order");
    OrderVersion version =
        drafting.request(
            company.id(),
            OrderWorld.wish(company.supplierId(), line("Paper", "40", "18.95")),
            company.buyer());
    drafting.submit(version.id(), company.buyer());
    ProcessInstance ordering =
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey("purchase-order")
            .processInstanceBusinessKey(version.reference())
            .tenantIdIn(company.organization().code())
            .singleResult();
    settle(ordering);
    complete(ordering, company.head(), Map.of("decision", "APPROVE", "text", "needed"));
    settle(ordering);
    order = orders.require(version.orderId());
  }

  private void limit(String subject) {
    limits.set(
        new ApprovalLimit(
            company.id(), "department-head", null, subject, null, Money.of("5000", "EUR")),
        Actor.system("test"));
  }

  @Test
  void whatMatchesIsPostedWithoutAnybody() {
    deliver("40");
    ProcessInstance signOff = receive("R-1", order.number(), "40", "18.95");
    assertThat(signOff).isWaitingAt("Task_PostMatched");
    settle(signOff);
    assertThat(signOff)
        .isEnded()
        .hasPassed("Task_PostMatched", "EndEvent_InvoiceDue")
        .hasNotPassed("Task_CodeInvoice", "CallActivity_ApproveInvoice");
    Assertions.assertThat(invoice(signOff).approvalBasis()).isEqualTo(SupplierInvoice.MATCH);
  }

  @Test
  void whatWaitsForGoodsGoesOnByItselfWhenTheyCome() {
    ProcessInstance signOff = receive("R-1", order.number(), "40", "18.95");
    assertThat(signOff).isWaitingAt("Gateway_Waiting");
    deliver("15");
    settle(signOff);
    assertThat(signOff).isWaitingAt("Gateway_Waiting");
    deliver("25");
    settle(signOff);
    assertThat(signOff).isEnded().hasPassed("Task_PostMatched");
  }

  @Test
  void whatWaitedLongEnoughComesToPeopleWhoMayLetItWaitOn() {
    ProcessInstance signOff = receive("R-1", order.number(), "40", "18.95");
    management.executeJob(
        management
            .createJobQuery()
            .processInstanceId(signOff.getId())
            .timers()
            .singleResult()
            .getId());
    assertThat(signOff).isWaitingAt("Task_ResolveMatch");
    complete(signOff, company.buyer(), decision("MATCH_AGAIN", null, null));
    assertThat(signOff).isWaitingAt("Gateway_Waiting");
  }

  @Test
  void whatDiffersIsDecidedLineByLineAndApprovedBySomebodyElse() {
    deliver("40");
    ProcessInstance signOff = receive("R-1", order.number(), "40", "20.95");
    assertThat(signOff).isWaitingAt("Task_ResolveMatch");
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> complete(signOff, company.buyer(), decision("RESOLVED", null, null)));
    assertThatExceptionOfType(ProcessEngineException.class)
        .as("only this process says so")
        .isThrownBy(() -> complete(signOff, company.buyer(), decision("APPROVE", null, null)));
    decisions.decide(
        invoice(signOff).id(),
        List.of(
            new MatchDecisions.Wanted(1, LineDecision.Kind.DISPUTE, null, "the price was agreed")),
        company.buyer());
    complete(signOff, company.buyer(), decision("RESOLVED", null, null));
    assertThat(signOff).isWaitingAt("CallActivity_ApproveInvoice").hasNotPassed("Task_CodeInvoice");
    complete(signOff, company.head(), Map.of("decision", "APPROVE", "text", "all right"));
    settle(signOff);
    assertThat(signOff).isEnded().hasPassed("Task_PostInvoice");
    Assertions.assertThat(invoice(signOff).approvedBy()).isEqualTo(company.head().username());
    Assertions.assertThat(disputes.of(invoice(signOff).id()).get(0).open())
        .isEqualTo(Money.of("95.20", "EUR"));
  }

  @Test
  void anUnknownOrderIsNamedAnewOrTheInvoiceIsCodedByHand() {
    deliver("40");
    ProcessInstance typo = receive("R-1", "PO-NOWHERE", "1", "18.95");
    assertThat(typo).isWaitingAt("Task_ResolveMatch");
    complete(typo, company.buyer(), decision("MATCH_AGAIN", order.number(), "a typing error"));
    settle(typo);
    assertThat(typo).isEnded().hasPassed("Task_PostMatched");

    ProcessInstance telephone = receive("R-2", "PO-NOWHERE", "1", "18.95");
    complete(telephone, company.buyer(), decision("CODE", null, "ordered by telephone"));
    assertThat(telephone).isWaitingAt("Task_CodeInvoice");

    ProcessInstance nobody = receive("R-3", "PO-NOWHERE", "1", "18.95");
    complete(nobody, company.buyer(), decision("REJECT", null, "nobody ordered this"));
    assertThat(nobody).isEnded().hasPassed("EndEvent_InvoiceRejected");
    Assertions.assertThat(invoice(nobody).state()).isEqualTo(InvoiceState.REJECTED);
  }

  @Test
  void whoHasNoPartInItDecidesNothing() {
    ProcessInstance signOff = receive("R-1", "PO-NOWHERE", "1", "18.95");
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(
            () ->
                complete(
                    signOff, company.requester(), decision("REJECT", null, "I do not like it")));
  }

  @Test
  void aMatchedInvoiceOfAClosedPeriodIsReviewedAndPostedOnAnotherDay() {
    deliver("40");
    ProcessInstance signOff = receive("R-1", order.number(), "40", "18.95");
    Actor accountant = people.user("accountant", company.organization(), "accountant");
    periods.lockModule(company.id(), YearMonth.from(today()), "payables", accountant);
    settle(signOff);
    assertThat(signOff).isWaitingAt("Task_ReviewPosting");
    periods.unlockModule(company.id(), YearMonth.from(today()), "payables", accountant);
    Map<String, Object> form = new HashMap<>();
    form.put("reviewOutcome", "POST_AGAIN");
    form.put("postingDate", today().toString());
    complete(signOff, accountant, form);
    assertThat(signOff).isEnded().hasPassed("Task_PostInvoice");
    Assertions.assertThat(invoice(signOff).approvalBasis()).isEqualTo(SupplierInvoice.MATCH);
  }

  private static Map<String, Object> decision(
      String what, @Nullable String orderNumber, @Nullable String text) {
    Map<String, Object> form = new HashMap<>();
    form.put("matchDecision", what);
    form.put("orderNumber", orderNumber);
    form.put("text", text);
    return form;
  }

  private void deliver(String quantity) {
    receipts.record(
        new NewReceipt(
            order.id(),
            today(),
            null,
            Receipt.Source.PERSON,
            null,
            quantities(order, 1, quantity).entrySet().stream()
                .map(line -> new Counted(line.getKey(), line.getValue(), null))
                .toList()),
        company.requester());
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Berlin"));
  }

  private SupplierInvoice invoice(ProcessInstance signOff) {
    return invoices.find(company.organization().code(), signOff.getBusinessKey()).orElseThrow();
  }

  private ProcessInstance receive(
      String number, String orderNumber, String quantity, String price) {
    Money net =
        Money.rounded(
            new BigDecimal(quantity).multiply(new BigDecimal(price)),
            PayablesWorld.EUR,
            RoundingMode.HALF_UP);
    Money vat = net.times(new BigDecimal("0.19"), RoundingMode.HALF_UP);
    var stated =
        new ReceivedLine(
            ReceivedLine.Kind.ITEM,
            "1",
            "Paper",
            null,
            new BigDecimal(quantity),
            "C62",
            new BigDecimal(price),
            net,
            "S",
            new BigDecimal("19"),
            "1");
    ReceivedInvoice plain =
        PayablesWorld.invoice(
            number,
            InvoiceType.INVOICE,
            PayablesWorld.seller("Elbe Papier GmbH", "DE136695976"),
            List.of(stated),
            List.of(
                PayablesWorld.tax(
                    "S", "19", net.amount().toPlainString(), vat.amount().toPlainString())));
    UUID id =
        payables
            .receive(
                company.id(),
                new ReceivedInvoice(
                    plain.number(),
                    today(),
                    null,
                    plain.type(),
                    plain.currency(),
                    plain.seller(),
                    plain.buyer(),
                    plain.lines(),
                    plain.taxes(),
                    plain.totals(),
                    List.of(),
                    orderNumber,
                    null,
                    null,
                    null),
                null,
                null,
                PayablesWorld.INBOX)
            .invoiceId();
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("invoice-sign-off")
        .variableValueEquals("invoiceId", id.toString())
        .singleResult();
  }

  /** Runs what would run by itself in the background. */
  private void settle(ProcessInstance instance) {
    for (List<Job> due = due(instance); !due.isEmpty(); due = due(instance)) {
      due.forEach(job -> management.executeJob(job.getId()));
    }
  }

  private List<Job> due(ProcessInstance instance) {
    return family(instance).stream()
        .flatMap(id -> management.createJobQuery().processInstanceId(id).messages().list().stream())
        .toList();
  }

  private Task task(ProcessInstance instance) {
    List<Task> open =
        family(instance).stream()
            .flatMap(id -> tasks.createTaskQuery().processInstanceId(id).list().stream())
            .toList();
    Assertions.assertThat(open).hasSize(1);
    return open.get(0);
  }

  private List<String> family(ProcessInstance instance) {
    List<String> ids = new ArrayList<>(List.of(instance.getId()));
    for (int i = 0; i < ids.size(); i++) {
      runtime.createProcessInstanceQuery().superProcessInstanceId(ids.get(i)).list().stream()
          .map(ProcessInstance::getId)
          .forEach(ids::add);
    }
    return ids;
  }

  private void complete(ProcessInstance instance, Actor person, Map<String, Object> form) {
    Task task = task(instance);
    identity.setAuthentication(
        person.username(),
        List.copyOf(access.rolesOf(person.username())),
        List.of(company.organization().code()));
    try {
      tasks.complete(task.getId(), form);
    } finally {
      identity.clearAuthentication();
    }
  }
}
