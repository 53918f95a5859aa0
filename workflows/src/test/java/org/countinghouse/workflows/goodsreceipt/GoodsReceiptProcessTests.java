package org.countinghouse.workflows.goodsreceipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.procurement.OrderWorld.line;
import static org.countinghouse.procurement.OrderWorld.wish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.access.ApprovalLimit;
import org.countinghouse.access.ApprovalLimits;
import org.countinghouse.documents.Documents;
import org.countinghouse.money.Money;
import org.countinghouse.payables.Party;
import org.countinghouse.procurement.OrderDrafting;
import org.countinghouse.procurement.OrderEndings;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.OrderWish;
import org.countinghouse.procurement.OrderWorld;
import org.countinghouse.procurement.OrderWorld.Company;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.correspondence.OrderResponse;
import org.countinghouse.procurement.correspondence.OrderResponse.Answer;
import org.countinghouse.procurement.correspondence.OrderResponse.LineAnswer;
import org.countinghouse.procurement.correspondence.OrderResponses;
import org.countinghouse.procurement.correspondence.ReceivedResponse;
import org.countinghouse.procurement.receipts.Counted;
import org.countinghouse.procurement.receipts.NewReceipt;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.Receipts;
import org.countinghouse.testing.TestOrganizations;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The tasks around the goods of an order: receiving, deciding about too many, returning, answers.
 */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoodsReceiptProcessTests {

  @Autowired OrderWorld world;
  @Autowired TestOrganizations people;
  @Autowired PurchaseOrders orders;
  @Autowired OrderEndings endings;
  @Autowired Receipts receipts;
  @Autowired OrderResponses responses;
  @Autowired Documents documents;
  @Autowired Access access;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired ManagementService management;
  @Autowired OrderDrafting drafting;
  @Autowired ApprovalLimits limits;

  private Company company;
  private Actor warehouse;
  private PurchaseOrder order;

  @BeforeAll
  void companyWithWarehouse() {
    company = world.company();
    warehouse = people.user("warehouse", company.organization(), "warehouse");
    limits.set(
        new ApprovalLimit(
            company.id(), "department-head", null, "purchase-order", null, Money.of("5000", "EUR")),
        Actor.system("test"));
  }

  @BeforeEach
  void orderOfPaper() {
    order = issued(line("Paper", "40", "18.95"));
  }

  @Test
  void theWarehouseReceivesUntilNothingIsOutstanding() {
    Task task = task("goods-receipt", order.number());
    assertThat(task.getName()).isEqualTo("Receive goods: " + order.number() + ", Elbe Papier GmbH");
    assertThatThrownBy(() -> complete(task, warehouse, Map.of("countedLines", "")))
        .hasMessageContaining("at least one line");
    assertThatThrownBy(() -> complete(task, company.head(), Map.of("countedLines", "1=30")))
        .isNotNull();
    complete(task, warehouse, Map.of("countedLines", "1=30", "deliveryNote", "L-1"));
    assertThat(outstanding()).isEqualByComparingTo("10");

    complete(task("goods-receipt", order.number()), warehouse, Map.of("countedLines", "1=10"));
    assertThat(outstanding()).isEqualByComparingTo("0");
    assertThat(instances("goods-receipt", order.number())).isEmpty();
    assertThat(receipts.of(order.id()))
        .extracting(Receipt::recordedBy)
        .containsOnly(warehouse.username());
  }

  @Test
  void whatCameOtherwiseOrNeverWillEndsTheWaiting() {
    receive("40");
    assertThat(instances("goods-receipt", order.number())).isEmpty();

    PurchaseOrder cancelled = issued(line("Pens", "1", "1"));
    task("goods-receipt", cancelled.number());
    endings.cancel(cancelled.id(), "Not needed", company.buyer());
    assertThat(instances("goods-receipt", cancelled.number())).isEmpty();

    PurchaseOrder service = issued(line(null, "Advice", "SERVICE", "2", "80", "2000"));
    assertThat(instances("goods-receipt", service.number())).as("nobody receives advice").isEmpty();
  }

  @Test
  void goodsThatWentBackAreExpectedAnew() {
    receive("40");
    as(
        warehouse,
        () ->
            runtime.startProcessInstanceByKey(
                "goods-return",
                Map.of(
                    "organization",
                    company.organization().code(),
                    "orderNumber",
                    order.number(),
                    "countedLines",
                    "1=4",
                    "text",
                    "damaged")));
    assertThat(outstanding()).isEqualByComparingTo("4");
    task("goods-receipt", order.number());
    assertThat(receipts.of(order.id()).get(1).reason()).isEqualTo("damaged");

    assertThatThrownBy(
            () ->
                as(
                    warehouse,
                    () ->
                        runtime.startProcessInstanceByKey(
                            "goods-return",
                            Map.of(
                                "organization",
                                company.organization().code(),
                                "orderNumber",
                                order.number(),
                                "countedLines",
                                "1=37",
                                "text",
                                "damaged"))))
        .hasMessageContaining("cannot go back");
  }

  @Test
  void tooManyAreABuyersDecision() {
    Receipt held = receive("43");
    Task task = task("over-delivery", held.number());
    assertThat(task.getName()).contains(held.number(), order.number());
    complete(
        task,
        company.buyer(),
        Map.of("overDeliveryDecision", "CUT", "text", "three go back with the driver"));
    assertThat(receipts.require(held.id()).state()).isEqualTo(Receipt.State.RECORDED);
    assertThat(outstanding()).isEqualByComparingTo("0");
    assertThat(instances("over-delivery", held.number())).isEmpty();
    assertThat(instances("goods-receipt", order.number())).isEmpty();
  }

  @Test
  void anAnswerThatDiffersIsSettledByABuyer() {
    UUID document =
        documents.store(company.id(), "answer.xml", "application/xml", new byte[] {1}).id();
    OrderResponse answer =
        responses.record(
            company.id(),
            new ReceivedResponse(
                "OR-" + order.number(),
                LocalDate.of(2026, 3, 2),
                order.number(),
                new Party("Elbe Papier GmbH", "DE136695976", null, null, null, null),
                Answer.CHANGED,
                null,
                List.of(
                    new OrderResponse.Line(
                        1,
                        LineAnswer.CHANGED,
                        null,
                        new BigDecimal("20"),
                        "C62",
                        null,
                        null,
                        null))),
            document,
            Actor.system("inbox"));
    assertThat(answer.state()).isEqualTo(OrderResponse.State.OPEN);
    Task task = task("order-response", order.number() + "/" + answer.number());
    complete(
        task, company.buyer(), Map.of("responseDecision", "TAKE_OVER", "text", "half is enough"));
    assertThat(responses.require(answer.id()).state()).isEqualTo(OrderResponse.State.SETTLED);
    assertThat(orders.versions(order.id()))
        .hasSize(2)
        .last()
        .extracting(OrderVersion::reason)
        .asString()
        .contains("half is enough");
    assertThat(instances("order-response", order.number() + "/" + answer.number())).isEmpty();
  }

  /** An order of the buyer's own, on its way through its process. */
  private PurchaseOrder issued(OrderWish.Line line) {
    OrderVersion draft =
        drafting.request(company.id(), wish(company.supplierId(), line), company.buyer());
    drafting.submit(draft.id(), company.buyer());
    String process = instances("purchase-order", draft.reference()).get(0).getId();
    settle();
    Task approval =
        tasks
            .createTaskQuery()
            .processInstanceId(
                runtime
                    .createProcessInstanceQuery()
                    .superProcessInstanceId(process)
                    .singleResult()
                    .getId())
            .singleResult();
    complete(approval, company.head(), Map.of("decision", "APPROVE", "text", "as discussed"));
    settle();
    return orders.require(draft.orderId());
  }

  private void settle() {
    for (List<Job> due = due(); !due.isEmpty(); due = due()) {
      due.forEach(job -> management.executeJob(job.getId()));
    }
  }

  private List<Job> due() {
    return management
        .createJobQuery()
        .tenantIdIn(company.organization().code())
        .messages()
        .withRetriesLeft()
        .list();
  }

  private Receipt receive(String quantity) {
    return receipts.record(
        new NewReceipt(
            order.id(),
            LocalDate.of(2026, 3, 2),
            null,
            Receipt.Source.PERSON,
            null,
            List.of(new Counted(order.lines().get(0).id(), new BigDecimal(quantity), null))),
        warehouse);
  }

  private BigDecimal outstanding() {
    return orders.require(order.id()).lines().get(0).quantityOutstanding();
  }

  private List<ProcessInstance> instances(String key, String businessKey) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(key)
        .processInstanceBusinessKey(businessKey)
        .tenantIdIn(company.organization().code())
        .list();
  }

  private Task task(String key, String businessKey) {
    List<ProcessInstance> found = instances(key, businessKey);
    assertThat(found).hasSize(1);
    return tasks.createTaskQuery().processInstanceId(found.get(0).getId()).singleResult();
  }

  private void complete(Task task, Actor person, Map<String, Object> form) {
    as(
        person,
        () -> {
          tasks.complete(task.getId(), form);
          return task;
        });
  }

  private <T> T as(Actor person, Supplier<T> work) {
    identity.setAuthentication(
        person.username(),
        List.copyOf(access.rolesOf(person.username())),
        List.of(company.organization().code()));
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}
