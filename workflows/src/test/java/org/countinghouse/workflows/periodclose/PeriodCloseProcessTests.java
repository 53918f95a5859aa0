package org.countinghouse.workflows.periodclose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.countinghouse.close.ChecklistItem;
import org.countinghouse.close.Checklists;
import org.countinghouse.close.CloseCertificates;
import org.countinghouse.close.Closing;
import org.countinghouse.close.Closings;
import org.countinghouse.close.MonthBooks;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class PeriodCloseProcessTests {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);
  private static final Map<String, Object> SUBMIT = Map.of("reviewDecision", "SUBMIT");

  @Autowired CloseDesk desk;
  @Autowired MonthBooks books;
  @Autowired Closings closings;
  @Autowired Checklists checklists;
  @Autowired CloseCertificates certificates;
  @Autowired Documents documents;
  @Autowired Periods periods;
  @Autowired FiscalYears years;

  private Company company;

  @BeforeEach
  void soldSomething() {
    company = books.company();
    books.sell(company, JANUARY.atDay(15), "S1", "1190.00");
  }

  @Test
  void monthIsCheckedReviewedApprovedClosedAndCertified() {
    ProcessInstance instance = desk.start(company, company.accountant(), JANUARY);
    assertThat(instance).isWaitingAt("Task_ProveBalances");
    Closing closing = closings.underWay(company.id(), JANUARY).orElseThrow();
    assertThat(
            runtimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey("CLOSE-2025-01-1")
                .tenantIdIn(company.organization().code())
                .count())
        .isEqualTo(1);
    JobRun proof = desk.work(company, instance, "ledger.prove-balances");

    assertThat(instance).isWaitingAt("Task_ReviewTrialBalance");
    assertThat(periodState()).as("subledgers are kept out").isEqualTo(PeriodState.SOFT_CLOSED);
    closing = closings.get(closing.id());
    assertThat(documents.bytes(closing.workbookId())).startsWith('P', 'K');
    assertThat(item(closing, "close.balances-proved").jobRunId()).isEqualTo(proof.id());

    desk.complete(company, instance, company.accountant(), SUBMIT);
    assertThat(instance).isWaitingAt("CallActivity_ApproveClosing");
    desk.decide(company, instance, company.cfo(), "APPROVE");
    assertThat(instance).isWaitingAt("Task_CloseMonth");
    desk.work(company, instance, "ledger.close-period");
    assertThat(instance).isWaitingAt("CallActivity_CertifyMonth");
    desk.certify(company, instance);

    assertThat(instance).isEnded().hasPassed("EndEvent_MonthClosed");
    assertThat(periodState()).isEqualTo(PeriodState.CLOSED);
    var issued = certificates.list(company.id(), JANUARY);
    assertThat(issued).hasSize(1);
    assertThat(certificates.verify(certificates.file(issued.get(0).id())).isValid()).isTrue();
    assertThat(closings.get(closing.id()).approvedBy()).isEqualTo(company.cfo().username());
  }

  @Test
  void closingStartedOverRestOrByAJobGetsItsProcess() {
    Closing closing = closings.start(company.id(), JANUARY, company.accountant());
    ProcessInstance instance = instanceOf(closing.number());
    desk.settle(instance);
    desk.runRoutines(company, instance);
    assertThat(instance).isWaitingAt("Task_ProveBalances");
  }

  @Test
  void openItemWaitsForPeopleAndIsCheckedAgain() {
    books.sell(company, FEBRUARY.atDay(3), "S2", "5.00");
    ProcessInstance instance = desk.start(company, company.accountant(), FEBRUARY);

    assertThat(instance).isWaitingAt("Task_SettleOpenItems");
    Closing closing = closings.underWay(company.id(), FEBRUARY).orElseThrow();
    ChecklistItem open = item(closing, "ledger.earlier-months-closed");
    assertThat(open.evidence().openItems()).extracting(i -> i.label()).containsExactly("2025-01");
    desk.complete(
        company, instance, company.controller(), Map.of("openItemsDecision", "CHECK_AGAIN"));
    assertThat(instance).isWaitingAt("Task_SettleOpenItems");
    assertThat(item(closing, "ledger.earlier-months-closed").checkedBy())
        .isEqualTo(company.controller().username());

    desk.closeMonth(company, desk.start(company, company.accountant(), JANUARY));
    desk.complete(
        company, instance, company.accountant(), Map.of("openItemsDecision", "CHECK_AGAIN"));
    assertThat(instance).isWaitingAt("Task_ProveBalances");
  }

  @Test
  void closingCanBeGivenUpWithAReason() {
    books.sell(company, FEBRUARY.atDay(3), "S2", "5.00");
    ProcessInstance instance = desk.start(company, company.accountant(), FEBRUARY);

    assertThatThrownBy(
            () ->
                desk.complete(
                    company,
                    instance,
                    company.accountant(),
                    Map.of("openItemsDecision", "WITHDRAW", "remark", "no")))
        .hasMessageContaining("say why");
    desk.complete(
        company,
        instance,
        company.accountant(),
        Map.of("openItemsDecision", "WITHDRAW", "remark", "wrong month, sorry"));
    assertThat(instance).isEnded().hasPassed("EndEvent_ClosingWithdrawn");
    assertThat(closings.underWay(company.id(), FEBRUARY)).isEmpty();
  }

  @Test
  void nobodyApprovesWhatHePreparedOrReviewed() {
    ProcessInstance instance = desk.start(company, company.controller(), JANUARY);
    desk.work(company, instance, "ledger.prove-balances");
    desk.complete(company, instance, company.accountant(), SUBMIT);

    for (var maker : List.of(company.controller(), company.accountant())) {
      assertThatThrownBy(() -> desk.decide(company, instance, maker, "APPROVE"))
          .isInstanceOf(RuntimeException.class);
    }
    assertThat(instance).isWaitingAt("CallActivity_ApproveClosing");
    assertThat(closings.underWay(company.id(), JANUARY).orElseThrow().approvedBy()).isNull();
  }

  @Test
  void rejectionBringsTheClosingBackWithItsReason() {
    ProcessInstance instance = desk.start(company, company.accountant(), JANUARY);
    desk.work(company, instance, "ledger.prove-balances");
    desk.complete(company, instance, company.accountant(), SUBMIT);
    desk.decide(company, instance, company.cfo(), "REJECT");

    assertThat(instance).isWaitingAt("Task_SettleOpenItems");
    Closing closing = closings.underWay(company.id(), JANUARY).orElseThrow();
    assertThat(closing.remark()).isEqualTo(company.cfo().username() + ": as reviewed today");
    assertThat(periodState()).as("subledgers may post again").isEqualTo(PeriodState.OPEN);

    desk.complete(
        company, instance, company.accountant(), Map.of("openItemsDecision", "CHECK_AGAIN"));
    desk.closeMonth(company, instance);
    assertThat(instance).isEnded().hasPassed("EndEvent_MonthClosed");
  }

  @Test
  void reviewerSendsBackWithAReason() {
    ProcessInstance instance = desk.start(company, company.accountant(), JANUARY);
    desk.work(company, instance, "ledger.prove-balances");
    desk.complete(
        company,
        instance,
        company.controller(),
        Map.of("reviewDecision", "SEND_BACK", "remark", "the accrual for rent is missing"));

    assertThat(instance).isWaitingAt("Task_SettleOpenItems");
    assertThat(closings.underWay(company.id(), JANUARY).orElseThrow().remark())
        .isEqualTo(company.controller().username() + ": the accrual for rent is missing");
  }

  @Test
  void journalAfterTheApprovalKeepsTheMonthOpenAndSaysWhy() {
    ProcessInstance instance = desk.start(company, company.accountant(), JANUARY);
    desk.work(company, instance, "ledger.prove-balances");
    desk.complete(company, instance, company.accountant(), SUBMIT);
    desk.decide(company, instance, company.cfo(), "APPROVE");
    books.sell(company, JANUARY.atDay(20), "S2", "1.00");
    desk.work(company, instance, "ledger.close-period");

    assertThat(instance).isWaitingAt("Task_SettleOpenItems");
    assertThat(closings.underWay(company.id(), JANUARY).orElseThrow().remark())
        .contains("reviewed and approved again");
    assertThat(periodState()).isEqualTo(PeriodState.OPEN);
  }

  @Test
  void lastMonthOfTheYearCarriesItsResultForward() {
    YearMonth december = YearMonth.of(2025, 12);
    desk.closeMonth(company, desk.start(company, company.accountant(), JANUARY));
    ProcessInstance instance = desk.start(company, company.accountant(), december);
    assertThat(instance).isWaitingAt("Task_SettleOpenItems");
    Closing closing = closings.underWay(company.id(), december).orElseThrow();
    then(item(closing, "ledger.next-year-opened").evidence().openItems())
        .extracting(open -> open.label())
        .containsExactly("2026");

    years.open(company.id(), 2026, company.controller());
    desk.complete(
        company, instance, company.accountant(), Map.of("openItemsDecision", "CHECK_AGAIN"));
    desk.runRoutines(company, instance);
    desk.work(company, instance, "ledger.prove-balances");
    desk.complete(company, instance, company.accountant(), SUBMIT);
    desk.decide(company, instance, company.cfo(), "APPROVE");
    desk.work(company, instance, "ledger.close-period");
    desk.workWithException(
        company, instance, "ledger.close-year", "no account is retained earnings");
    Task settle = desk.task(instance);
    then(settle.getTaskDefinitionKey()).isEqualTo("Task_SettleYearEnd");
    desk.complete(
        company, instance, company.controller(), Map.of("certificationDecision", "TRY_AGAIN"));
    desk.work(company, instance, "ledger.close-year");
    desk.workWithException(company, instance, "reporting.report-pack", "a report refused");
    then(desk.task(instance).getTaskDefinitionKey()).isEqualTo("Task_SettleReportPack");
    desk.complete(
        company,
        instance,
        company.controller(),
        Map.of("certificationDecision", "GO_ON", "remark", "the auditor does not need it"));

    assertThat(instance).isEnded().hasPassed("EndEvent_MonthClosed");
    then(item(closing, "close.year-carried-forward").isDone()).isTrue();
    then(closings.get(closing.id()).remark()).contains("the auditor does not need it");
    then(certificates.list(company.id(), december)).hasSize(1);
  }

  @Test
  void whatARoutineSetsAsideBringsTheClosingBackAndRunsAgain() {
    ProcessInstance instance = desk.startUntilRoutines(company, company.accountant(), JANUARY);
    String routine = desk.waitingFor(instance);
    desk.workWithException(company, instance, routine, "asset A-7 has no units");
    desk.runRoutines(company, instance);

    assertThat(instance).isWaitingAt("Task_SettleOpenItems").hasPassed("Task_ReturnToChecks");
    Closing closing = closings.underWay(company.id(), JANUARY).orElseThrow();
    then(closing.remark()).contains("row 1");
    then(periodState()).as("subledgers may post again").isEqualTo(PeriodState.OPEN);
    then(checklists.of(closing.id()))
        .filteredOn(item -> item.kind() == ChecklistItem.Kind.ROUTINE)
        .filteredOn(item -> !item.isDone())
        .singleElement()
        .satisfies(
            item ->
                then(item.evidence().openItems())
                    .extracting(open -> open.detail())
                    .containsExactly("asset A-7 has no units"));

    desk.complete(
        company, instance, company.accountant(), Map.of("openItemsDecision", "CHECK_AGAIN"));
    assertThat(instance).isWaitingAt("Task_ProveBalances");
    then(Checklists.isReady(checklists.of(closing.id()))).isTrue();
  }

  @Test
  void startThatIsRefusedBeginsNothing() {
    assertThatThrownBy(() -> desk.start(company, company.clerk(), JANUARY))
        .isInstanceOf(RuntimeException.class);
    desk.start(company, company.accountant(), JANUARY);
    assertThatThrownBy(() -> desk.start(company, company.accountant(), JANUARY))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("CLOSE-2025-01-1");
    assertThat(
            historyService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("period-close")
                .tenantIdIn(company.organization().code())
                .count())
        .isEqualTo(1);
  }

  private ChecklistItem item(Closing closing, String key) {
    return checklists.of(closing.id()).stream()
        .filter(item -> item.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private PeriodState periodState() {
    return periods.find(company.id(), JANUARY).orElseThrow().state();
  }

  private ProcessInstance instanceOf(String businessKey) {
    return runtimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey)
        .tenantIdIn(company.organization().code())
        .singleResult();
  }
}
