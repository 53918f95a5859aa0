package org.countinghouse.workflows.closesignoff;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.countinghouse.close.ChecklistItem;
import org.countinghouse.close.Checklists;
import org.countinghouse.close.Closing;
import org.countinghouse.close.Closings;
import org.countinghouse.close.ManualItem;
import org.countinghouse.close.ManualItem.Evidence;
import org.countinghouse.close.ManualItem.Frequency;
import org.countinghouse.close.ManualItems;
import org.countinghouse.close.MonthBooks;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.close.SignOffs;
import org.countinghouse.close.spi.ReadinessCheck;
import org.countinghouse.close.spi.ReadinessCheck.Title;
import org.countinghouse.ids.Ids;
import org.countinghouse.workflows.periodclose.CloseDesk;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class CloseSignOffProcessTests {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final String BANK = "manual.bank-reconciled";
  private static final Map<String, Object> AGREES = Map.of("note", "agrees with the statement");

  @Autowired CloseDesk desk;
  @Autowired MonthBooks books;
  @Autowired Closings closings;
  @Autowired Checklists checklists;
  @Autowired ManualItems items;
  @Autowired SignOffs signOffs;

  private Company company;

  @BeforeEach
  void companyWhoseControllerReconcilesTheBank() {
    company = books.company();
    books.sell(company, JANUARY.atDay(15), "S1", "1190.00");
    put(BANK, "controller", List.of(), Set.of("1200"));
  }

  @Test
  void ownerSignsInHisTaskAndTheClosingGoesOnByItself() {
    ProcessInstance closing = desk.start(company, company.accountant(), JANUARY);
    assertThat(closing).isWaitingAt("Task_SettleOpenItems");
    Task task = signOff();
    then(task.getName()).isEqualTo("Sign off: English manual.bank-reconciled, 2025-01");
    then(taskService().getIdentityLinksForTask(task.getId()))
        .extracting(link -> link.getGroupId())
        .containsExactly("controller");

    assertThatThrownBy(() -> complete(task, Map.of("note", "ok")))
        .hasMessageContaining("10 to 2000");
    complete(task, AGREES);

    desk.settle(closing);
    desk.runRoutines(company, closing);
    assertThat(closing).isWaitingAt("Task_ProveBalances");
    assertThat(closing).hasPassed("BoundaryEvent_ItemsSettled");
    then(item(BANK).checkedBy()).isEqualTo(company.controller().username());
  }

  @Test
  void taskIsGoneWhenTheItemIsSignedOverRestAndComesAgainWhenItMoved() {
    ProcessInstance closing = desk.start(company, company.accountant(), JANUARY);
    signOffs.signOff(closing().id(), BANK, "agrees with the statement", null, company.controller());
    then(signOffs()).isEmpty();
    desk.settle(closing);
    desk.runRoutines(company, closing);
    desk.work(company, closing, "ledger.prove-balances");
    assertThat(closing).isWaitingAt("Task_ReviewTrialBalance");

    books.payRent(company, JANUARY.atDay(20), "R1", "7.50");
    assertThatThrownBy(
            () ->
                desk.complete(
                    company, closing, company.accountant(), Map.of("reviewDecision", "SUBMIT")))
        .hasMessageContaining("1200 moved by -7.50 EUR");
    signOffs.decertifyMoved();
    signOffs.decertifyMoved();
    Task again = signOff();
    then(again.getName()).startsWith("Sign off again: ");
    complete(again, AGREES);
    then(item(BANK).isDone()).isTrue();
    then(signOffs()).isEmpty();
  }

  @Test
  void itemAfterTheRoutinesWaitsWhileTheSubledgersStayLocked() {
    items.delete(company.id(), BANK, company.controller());
    put("manual.analytic-review", "controller", List.of(ReadinessCheck.ROUTINES), Set.of());
    ProcessInstance closing = desk.start(company, company.accountant(), JANUARY);

    assertThat(closing).isWaitingAt("Task_SettleOpenItems");
    assertThat(closing).hasPassed("CallActivity_MakeMonthReady");
    assertThat(closing).hasNotPassed("Task_ReturnToChecks");
    complete(signOff(), AGREES);
    desk.settle(closing);
    desk.runRoutines(company, closing);
    assertThat(closing).isWaitingAt("Task_ProveBalances");
  }

  @Test
  void withdrawnClosingAsksNobodyAnyMore() {
    ProcessInstance closing = desk.start(company, company.accountant(), JANUARY);
    desk.complete(
        company,
        closing,
        company.accountant(),
        Map.of("openItemsDecision", "WITHDRAW", "remark", "started a month too early"));
    assertThat(closing).isEnded();
    then(signOffs()).isEmpty();
  }

  private void put(String key, String owner, List<String> after, Set<String> accounts) {
    items.put(
        new ManualItem(
            Ids.next(),
            company.id(),
            key,
            new Title("English " + key, "Deutsch " + key),
            "",
            owner,
            after,
            Evidence.NOTE,
            Frequency.MONTHLY,
            accounts),
        company.controller());
  }

  private Task signOff() {
    then(signOffs()).hasSize(1);
    return signOffs().get(0);
  }

  private List<Task> signOffs() {
    return runtimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey("close-sign-off")
        .tenantIdIn(company.organization().code())
        .list()
        .stream()
        .flatMap(
            instance ->
                taskService().createTaskQuery().processInstanceId(instance.getId()).list().stream())
        .toList();
  }

  private void complete(Task task, Map<String, Object> form) {
    desk.as(
        company,
        company.controller(),
        () -> {
          taskService().complete(task.getId(), form);
          return task;
        });
  }

  private Closing closing() {
    return closings.underWay(company.id(), JANUARY).orElseThrow();
  }

  private ChecklistItem item(String key) {
    return checklists.of(closing().id()).stream()
        .filter(item -> item.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
