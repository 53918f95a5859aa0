package org.countinghouse.workflows.purchaseorder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.countinghouse.procurement.OrderWorld.line;
import static org.countinghouse.procurement.OrderWorld.quantities;
import static org.countinghouse.procurement.OrderWorld.wish;
import static org.countinghouse.procurement.OrderWorld.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
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
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Decision;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.countinghouse.procurement.OrderDrafting;
import org.countinghouse.procurement.OrderEndings;
import org.countinghouse.procurement.OrderProcessing;
import org.countinghouse.procurement.OrderProgress;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.OrderWish;
import org.countinghouse.procurement.OrderWorld;
import org.countinghouse.procurement.OrderWorld.Company;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrder.State;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.workflows.testing.ProcessTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class PurchaseOrderProcessTests {

  @Autowired OrderWorld world;
  @Autowired PurchaseOrders orders;
  @Autowired OrderDrafting drafting;
  @Autowired OrderProcessing processing;
  @Autowired OrderProgress progress;
  @Autowired OrderEndings endings;
  @Autowired OrderTasks orderTasks;
  @Autowired ApprovalHistory history;
  @Autowired ApprovalLimits limits;
  @Autowired Access access;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired IdentityService identity;

  private Company company;

  @BeforeEach
  void companyWithLimits() {
    company = world.company();
    Map.of("department-head", "5000", "controller", "50000")
        .forEach(
            (role, upTo) ->
                limits.set(
                    new ApprovalLimit(
                        company.id(), role, null, "purchase-order", null, Money.of(upTo, "EUR")),
                    Actor.system("test")));
  }

  @Test
  void aRequisitionIsApprovedPlacedAndIssued() {
    OrderVersion draft = request(company.requester(), null, "40", "18.95");
    ProcessInstance instance = start(draft, company.requester());
    assertThat(instance).isWaitingAt("CallActivity_ApproveOrder");
    Assertions.assertThat(task(instance).getName()).isEqualTo("Approve: Paper");

    decide(instance, company.head(), "APPROVE");
    assertThat(instance).isWaitingAt("Task_PlaceOrder");
    Assertions.assertThat(task(instance).getName())
        .isEqualTo("Place the order: ORD-2026-000001, Paper");
    assertThatThrownBy(() -> complete(instance, company.buyer(), Map.of("placingOutcome", "PLACE")))
        .hasMessageContaining("save supplier and prices first");
    processing.agree(draft.id(), placed(draft, "18.50"), company.buyer());
    complete(instance, company.buyer(), Map.of("placingOutcome", "PLACE"));

    assertThat(instance).isEnded().hasPassed("EndEvent_OrderInForce");
    PurchaseOrder order = orders.require(draft.orderId());
    Assertions.assertThat(order.state()).isEqualTo(State.ISSUED);
    Assertions.assertThat(order.total()).isEqualTo(Money.of("740.00", "EUR"));
  }

  @Test
  void aLargeOrderIsAskedLevelByLevelAndTheDearerPriceOnceMore() {
    OrderVersion draft = request(company.requester(), null, "40", "150");
    drafting.submit(draft.id(), company.requester());
    ProcessInstance instance = process(draft);
    decide(instance, company.head(), "APPROVE");
    assertThat(instance).isWaitingAt("CallActivity_ApproveOrder");
    decide(instance, company.controller(), "APPROVE");
    identityOf(
        company.buyer(), () -> orderTasks.place(draft.id(), placed(draft, "160"), company.buyer()));
    settle(instance);

    assertThat(instance).as("400.00 more").isWaitingAt("CallActivity_ApproveOrder");
    ApprovalRequest asked = lastRequest(draft.id());
    Assertions.assertThat(asked.amount()).isEqualTo(Money.of("400.00", "EUR"));
    Assertions.assertThat(asked.levels()).hasSize(1);
    decide(instance, company.head(), "APPROVE");
    assertThat(instance).isEnded();
    Assertions.assertThat(orders.require(draft.orderId()).total())
        .isEqualTo(Money.of("6400.00", "EUR"));
  }

  @Test
  void aBuyersOwnOrderNeedsNoFurtherBuyer() {
    OrderVersion draft = request(company.buyer(), company.supplierId(), "1", "100");
    ProcessInstance instance = start(draft, company.buyer());
    decide(instance, company.head(), "APPROVE");
    assertThat(instance).isEnded().hasNotPassed("Task_PlaceOrder");
  }

  @Test
  void aRejectedWishIsReworkedInTasklistOrOverRestOrWithdrawn() {
    OrderVersion draft = request(company.requester(), null, "2", "900");
    ProcessInstance instance = start(draft, company.requester());
    decide(instance, company.head(), "REJECT");
    assertThat(instance).isWaitingAt("Task_ReworkOrder");
    drafting.reword(draft.id(), wish(null, line("Paper", "1", "900")), null, company.requester());
    complete(instance, company.requester(), Map.of("reworkOutcome", "SUBMIT"));
    assertThat(instance).isWaitingAt("CallActivity_ApproveOrder");

    decide(instance, company.head(), "REJECT");
    drafting.reword(draft.id(), wish(null, line("Paper", "1", "90")), null, company.requester());
    drafting.submit(draft.id(), company.requester());
    settle(instance);
    assertThat(instance).isWaitingAt("CallActivity_ApproveOrder");

    decide(instance, company.head(), "REJECT");
    complete(instance, company.requester(), Map.of("reworkOutcome", "WITHDRAW", "text", "no more"));
    assertThat(instance).isEnded().hasPassed("EndEvent_OrderWithdrawn");
    Assertions.assertThat(orders.require(draft.orderId()).state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void aBuyerGivesBackWhatIsNotToBeHad() {
    OrderVersion draft = request(company.requester(), null, "2", "900");
    ProcessInstance instance = start(draft, company.requester());
    decide(instance, company.head(), "APPROVE");
    complete(instance, company.buyer(), Map.of("placingOutcome", "RETURN", "text", "sold out"));
    assertThat(instance).isWaitingAt("Task_ReworkOrder");
    Assertions.assertThat(orders.require(draft.orderId()).state()).isEqualTo(State.REJECTED);
  }

  @Test
  void aChangeIsApprovedByItsDifferenceAndTakesEffectAtOnceWhenCheaper() {
    OrderVersion draft = request(company.buyer(), company.supplierId(), "10", "100");
    decide(start(draft, company.buyer()), company.head(), "APPROVE");
    PurchaseOrder order = orders.require(draft.orderId());

    OrderVersion cheaper =
        drafting.propose(order.id(), with(order, 1, "9", "100"), "One less", company.buyer());
    assertThat(start(cheaper, company.buyer())).isEnded().hasPassed("EndEvent_OrderInForce");
    PurchaseOrder second = orders.require(order.id());
    Assertions.assertThat(second.version()).isEqualTo(2);

    OrderVersion more =
        drafting.propose(order.id(), with(second, 1, "12", "100"), "Three more", company.buyer());
    drafting.submit(more.id(), company.buyer());
    ProcessInstance instance = process(more);
    Assertions.assertThat(lastRequest(more.id()).amount()).isEqualTo(Money.of("300.00", "EUR"));
    decide(instance, company.head(), "APPROVE");
    assertThat(instance).isEnded().hasNotPassed("Task_PlaceOrder");
    Assertions.assertThat(orders.require(order.id()).lines().get(0).quantity())
        .isEqualByComparingTo("12");
  }

  @Test
  void whatCameInMeanwhileGivesAChangeBack() {
    OrderVersion draft = request(company.buyer(), company.supplierId(), "10", "100");
    decide(start(draft, company.buyer()), company.head(), "APPROVE");
    PurchaseOrder order = orders.require(draft.orderId());
    OrderWish dearerButFewer = with(order, 1, "5", "110");
    OrderVersion change =
        drafting.propose(order.id(), dearerButFewer, "Fewer, dearer", company.buyer());
    ProcessInstance instance = start(change, company.buyer());
    Assertions.assertThat(lastRequest(change.id()).amount())
        .as("a higher price counts though fewer are ordered")
        .isEqualTo(Money.of("50.00", "EUR"));
    progress.received(order.id(), quantities(order, 1, "8"), company.buyer());
    decide(instance, company.head(), "APPROVE");
    assertThat(instance).isWaitingAt("Task_ReworkOrder").hasVariables("orderErrorText");
  }

  @Test
  void aChangeOfWhatIsBeingApprovedStartsTheApprovalAnew() {
    OrderVersion draft = request(company.requester(), null, "2", "900");
    ProcessInstance instance = start(draft, company.requester());
    drafting.reword(draft.id(), wish(null, line("Paper", "3", "900")), null, company.requester());
    settle(instance);
    ApprovalHistory.Course course = course(draft.id());
    Assertions.assertThat(course.requests()).hasSize(2);
    Assertions.assertThat(history.difference(course.requests().get(1)))
        .extracting(change -> change.kind() + " " + change.before() + " " + change.after())
        .contains("order.total 1800.00 EUR 2700.00 EUR");
  }

  @Test
  void cancellingEndsTheProcessWhereverItStands() {
    OrderVersion draft = request(company.requester(), null, "2", "900");
    ProcessInstance instance = start(draft, company.requester());
    endings.cancel(draft.orderId(), "not needed", company.requester());
    assertThat(instance).isEnded().hasPassed("EndEvent_WithdrawalNoted");
    Assertions.assertThat(lastRequest(draft.id()).state())
        .isEqualTo(ApprovalRequest.State.SUPERSEDED);
    Assertions.assertThat(orders.require(draft.orderId()).state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void nobodyHandsInWhatIsNotHisOrHasItsProcess() {
    OrderVersion draft = request(company.requester(), null, "2", "900");
    assertThatThrownBy(() -> start(draft, company.head()))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("procurement.order:place");
    start(draft, company.requester());
    assertThatThrownBy(() -> start(draft, company.requester()))
        .hasMessageContaining("cannot be submitted");
    Company stranger = world.company();
    assertThatThrownBy(
            () -> start(stranger, request(company.requester(), null, "1", "1"), stranger.buyer()))
        .hasMessageContaining("There is no version");
  }

  @Test
  void whoeverApprovedDoesNotPlace() {
    OrderVersion draft = request(company.requester(), null, "2", "900");
    ProcessInstance instance = start(draft, company.requester());
    decide(instance, company.head(), "APPROVE");
    assertThatThrownBy(() -> processing.agree(draft.id(), placed(draft, "900"), company.head()))
        .hasMessageContaining("somebody else must agree it");
    Assertions.assertThat(course(draft.id()).decisions())
        .extracting(Decision::decidedBy)
        .containsExactly(company.head().username());
  }

  private OrderVersion request(Actor by, @Nullable UUID supplierId, String quantity, String price) {
    return drafting.request(company.id(), wish(supplierId, line("Paper", quantity, price)), by);
  }

  private OrderWish placed(OrderVersion draft, String price) {
    PurchaseOrder order = orders.require(draft.orderId());
    OrderWish same = with(order, 1, order.lines().get(0).quantity().toPlainString(), price);
    return new OrderWish(
        company.supplierId(), same.currency(), same.deliverBy(), same.note(), same.lines());
  }

  private ProcessInstance start(OrderVersion draft, Actor person) {
    return start(company, draft, person);
  }

  private ProcessInstance start(Company where, OrderVersion draft, Actor person) {
    ProcessInstance instance =
        as(
            where,
            person,
            () ->
                runtime.startProcessInstanceByKey(
                    "purchase-order",
                    Map.of(
                        "organization",
                        where.organization().code(),
                        "orderVersionId",
                        draft.id().toString())));
    settle(instance);
    return instance;
  }

  private ProcessInstance process(OrderVersion version) {
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(version.reference())
            .tenantIdIn(company.organization().code())
            .processDefinitionKey("purchase-order")
            .singleResult();
    settle(instance);
    return instance;
  }

  private void decide(ProcessInstance instance, Actor person, String decision) {
    complete(instance, person, Map.of("decision", decision, "text", "as discussed today"));
  }

  private void complete(ProcessInstance instance, Actor person, Map<String, Object> form) {
    Task task = task(instance);
    identityOf(
        person,
        () -> {
          tasks.complete(task.getId(), form);
          return task;
        });
    settle(instance);
  }

  private Task task(ProcessInstance instance) {
    List<Task> open = new ArrayList<>();
    for (String id : family(instance)) {
      open.addAll(tasks.createTaskQuery().processInstanceId(id).list());
    }
    Assertions.assertThat(open).hasSize(1);
    return open.get(0);
  }

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

  private List<String> family(ProcessInstance instance) {
    List<String> ids = new ArrayList<>(List.of(instance.getId()));
    for (int i = 0; i < ids.size(); i++) {
      runtime.createProcessInstanceQuery().superProcessInstanceId(ids.get(i)).list().stream()
          .map(ProcessInstance::getId)
          .forEach(ids::add);
    }
    return ids;
  }

  private ApprovalHistory.Course course(UUID versionId) {
    return history.of(company.id(), "purchase-order", versionId);
  }

  private ApprovalRequest lastRequest(UUID versionId) {
    List<ApprovalRequest> requests = course(versionId).requests();
    return requests.get(requests.size() - 1);
  }

  private <T> T identityOf(Actor person, Supplier<T> work) {
    return as(company, person, work);
  }

  private <T> T as(Company where, Actor person, Supplier<T> work) {
    identity.setAuthentication(
        person.username(),
        List.copyOf(access.rolesOf(person.username())),
        List.of(where.organization().code()));
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}
