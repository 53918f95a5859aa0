package org.countinghouse.workflows.journalapproval;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.countinghouse.access.Actor;
import org.countinghouse.access.ApprovalLimit;
import org.countinghouse.access.ApprovalLimits;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.close.MonthBooks;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.journals.JournalContent;
import org.countinghouse.journals.ManualJournal;
import org.countinghouse.journals.ManualJournalState;
import org.countinghouse.journals.ManualJournals;
import org.countinghouse.journals.ManualLine;
import org.countinghouse.journals.RecurringJournals;
import org.countinghouse.journals.Schedule;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.countinghouse.workflows.periodclose.CloseDesk;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class JournalApprovalProcessTests {

  private static final LocalDate JUNE_30 = LocalDate.of(2025, 6, 30);

  @Autowired CloseDesk desk;
  @Autowired MonthBooks books;
  @Autowired ApprovalLimits limits;
  @Autowired ManualJournals journals;
  @Autowired RecurringJournals recurring;
  @Autowired ApprovalHistory history;
  @Autowired Ledger ledger;
  @Autowired Periods periods;

  private Company company;

  @BeforeEach
  void companyWithLimits() {
    company = books.company();
    Map.of("controller", "100000", "cfo", "10000000")
        .forEach(
            (role, upTo) ->
                limits.set(
                    new ApprovalLimit(
                        company.id(), role, null, "manual-journal", null, Money.of(upTo, "EUR")),
                    Actor.system("test")));
  }

  @Test
  void belowTheLimitItIsPostedAtOnce() {
    ManualJournal draft = rent("10000.00");
    ProcessInstance instance = start(draft, company.accountant());

    assertThat(instance).isEnded().hasPassed("EndEvent_JournalPosted");
    ManualJournal posted = journals.require(draft.id());
    Assertions.assertThat(posted.state()).isEqualTo(ManualJournalState.POSTED);
    Assertions.assertThat(ledger.require(Objects.requireNonNull(posted.journalId())).checker())
        .isNull();
  }

  @Test
  void aboveTheLimitSomebodyElseApproves() {
    ManualJournal draft = rent("10000.01");
    ProcessInstance instance = start(draft, company.accountant());
    assertThat(instance).isWaitingAt("CallActivity_ApproveJournal");
    Assertions.assertThat(desk.task(instance).getName()).isEqualTo("Approve: Rent");

    desk.decide(company, instance, company.controller(), "APPROVE");

    assertThat(instance).isEnded().hasPassed("EndEvent_JournalPosted");
    PostedJournal posted =
        ledger.require(Objects.requireNonNull(journals.require(draft.id()).journalId()));
    Assertions.assertThat(posted.maker()).isEqualTo(company.accountant().username());
    Assertions.assertThat(posted.checker()).isEqualTo(company.controller().username());
  }

  @Test
  void aControllersOwnJournalIsNotHisToApprove() {
    ManualJournal draft =
        journals.create(company.id(), content(JUNE_30, "50000.00"), company.controller());
    ProcessInstance instance = start(draft, company.controller());

    Assertions.assertThat(desk.task(instance).getTaskDefinitionKey())
        .as("nobody else may: an administrator has to enable somebody")
        .isEqualTo("Task_AppointApprover");
    Assertions.assertThat(journals.require(draft.id()).state())
        .isEqualTo(ManualJournalState.SUBMITTED);
  }

  @Test
  void intoASoftClosedMonthASecondPersonAlwaysAgrees() {
    periods.softClose(company.id(), YearMonth.from(JUNE_30), company.controller());
    ProcessInstance instance = start(rent("1.00"), company.accountant());
    assertThat(instance).isWaitingAt("CallActivity_ApproveJournal");
  }

  @Test
  void aRejectedOneIsCorrectedAndHandedInAgain() {
    ManualJournal draft = rent("25000.00");
    ProcessInstance instance = start(draft, company.accountant());
    desk.decide(company, instance, company.controller(), "REJECT");
    assertThat(instance).isWaitingAt("Task_CorrectJournal");
    Assertions.assertThat(journals.require(draft.id()).state())
        .isEqualTo(ManualJournalState.RETURNED);

    journals.change(draft.id(), content(JUNE_30, "24000.00"), company.accountant());
    desk.complete(company, instance, company.accountant(), Map.of("correctionOutcome", "SUBMIT"));
    assertThat(instance).isWaitingAt("CallActivity_ApproveJournal");
    desk.decide(company, instance, company.controller(), "APPROVE");
    assertThat(instance).isEnded().hasPassed("EndEvent_JournalPosted");
  }

  @Test
  void aReturnedOneIsHandedInOrWithdrawnOverRestToo() {
    ManualJournal again = rent("25000.00");
    ProcessInstance first = start(again, company.accountant());
    desk.decide(company, first, company.controller(), "REJECT");
    journals.change(again.id(), content(JUNE_30, "900.00"), company.accountant());
    journals.submit(again.id(), company.accountant());
    assertThat(first).isEnded().hasPassed("EndEvent_JournalPosted");

    ManualJournal never = rent("25000.00");
    ProcessInstance second = start(never, company.accountant());
    desk.decide(company, second, company.controller(), "REJECT");
    journals.withdraw(never.id(), "not ours", company.accountant());
    assertThat(second).isEnded().hasPassed("EndEvent_JournalWithdrawn");
  }

  @Test
  void aChangeWhileItIsApprovedStartsTheApprovalAnew() {
    ManualJournal draft = rent("25000.00");
    journals.submit(draft.id(), company.accountant());
    ProcessInstance instance = process(draft);
    journals.change(draft.id(), content(JUNE_30, "26000.00"), company.accountant());

    ApprovalHistory.Course course = history.of(company.id(), JournalApproval.SUBJECT, draft.id());
    Assertions.assertThat(course.requests()).hasSize(2);
    Assertions.assertThat(history.difference(course.requests().get(1)))
        .extracting(change -> change.kind() + " " + change.before() + " " + change.after())
        .contains("journal.total 25000.00 EUR 26000.00 EUR");
    desk.decide(company, instance, company.controller(), "APPROVE");
    Assertions.assertThat(journals.require(draft.id()).state())
        .isEqualTo(ManualJournalState.POSTED);
  }

  @Test
  void whatTheBooksRefuseAfterTheApprovalComesBack() {
    ManualJournal draft = rent("25000.00");
    ProcessInstance instance = start(draft, company.accountant());
    periods.close(company.id(), YearMonth.from(JUNE_30), company.controller());

    desk.decide(company, instance, company.controller(), "APPROVE");
    assertThat(instance).isWaitingAt("Task_CorrectJournal");
    assertThat(instance).hasVariables("postingErrorText");

    journals.change(draft.id(), content(JUNE_30.plusDays(1), "25000.00"), company.accountant());
    desk.complete(company, instance, company.accountant(), Map.of("correctionOutcome", "SUBMIT"));
    desk.decide(company, instance, company.controller(), "APPROVE");
    Assertions.assertThat(journals.require(draft.id()).state())
        .isEqualTo(ManualJournalState.POSTED);
  }

  @Test
  void aRecurringOneIsApprovedOnceAndPostedByItsSchedule() {
    ManualJournal draft =
        journals.create(
            company.id(),
            content(JUNE_30, "300.00").by(Schedule.monthly(JUNE_30)),
            company.accountant());
    ProcessInstance instance = start(draft, company.accountant());
    assertThat(instance).as("however small").isWaitingAt("CallActivity_ApproveJournal");
    desk.decide(company, instance, company.controller(), "APPROVE");

    assertThat(instance).isEnded();
    Assertions.assertThat(journals.require(draft.id()).state())
        .isEqualTo(ManualJournalState.SCHEDULED);
    PostedJournal posted =
        recurring.post(recurring.due(company.id(), JUNE_30).get(0), Actor.system("test"));
    Assertions.assertThat(Objects.requireNonNull(posted).checker())
        .isEqualTo(company.controller().username());
  }

  @Test
  void nobodyHandsInWhatIsNotHisOrHasItsProcess() {
    ManualJournal draft = rent("25000.00");
    assertThatThrownBy(() -> start(draft, company.clerk()))
        .isInstanceOf(AuthorizationException.class);
    start(draft, company.accountant());
    assertThatThrownBy(() -> start(draft, company.accountant()))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("cannot be submitted");
    Company stranger = books.company();
    assertThatThrownBy(() -> start(stranger, rent("1.00").id(), stranger.accountant()))
        .hasMessageContaining("There is no manual journal");
  }

  private ManualJournal rent(String euro) {
    return journals.create(company.id(), content(JUNE_30, euro), company.accountant());
  }

  private static JournalContent content(LocalDate day, String euro) {
    return JournalContent.of(
        day,
        "Rent",
        List.of(
            ManualLine.of("4200", Money.of(euro, "EUR")),
            ManualLine.of("1200", Money.of("-" + euro, "EUR"))));
  }

  private ProcessInstance start(ManualJournal draft, Actor person) {
    return start(company, draft.id(), person);
  }

  private ProcessInstance start(Company where, UUID manualJournalId, Actor person) {
    return desk.as(
        where,
        person,
        () ->
            runtimeService()
                .startProcessInstanceByKey(
                    "journal-approval",
                    Map.of(
                        "organization",
                        where.organization().code(),
                        "manualJournalId",
                        manualJournalId.toString())));
  }

  private ProcessInstance process(ManualJournal journal) {
    return runtimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(journal.number())
        .tenantIdIn(company.organization().code())
        .processDefinitionKey("journal-approval")
        .singleResult();
  }
}
