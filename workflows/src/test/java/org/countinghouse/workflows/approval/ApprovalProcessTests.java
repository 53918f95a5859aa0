package org.countinghouse.workflows.approval;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.countinghouse.access.Actor;
import org.countinghouse.access.NewSubstitution;
import org.countinghouse.access.Substitution;
import org.countinghouse.access.Substitutions;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Decision;
import org.countinghouse.notification.MailPreferences;
import org.countinghouse.notification.Mails;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Coding;
import org.countinghouse.payables.InvoiceCoding;
import org.countinghouse.payables.LineCoding;
import org.countinghouse.workflows.invoicesignoff.SignOffWorld;
import org.countinghouse.workflows.invoicesignoff.SignOffWorld.Company;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class ApprovalProcessTests {

  @Autowired SignOffWorld world;
  @Autowired ApprovalHistory history;
  @Autowired Substitutions substitutions;
  @Autowired Organizations organizations;
  @Autowired InvoiceCoding coding;
  @Autowired TaskService tasks;
  @Autowired Mails mails;
  @Autowired MailPreferences preferences;
  @Autowired ApproverRefresh refresh;

  private Company company;

  @BeforeEach
  void company() {
    company = world.company();
    company.supplier("DE1");
  }

  @Test
  void asksTheDepartmentHeadAloneUpToHisLimit() {
    ProcessInstance approval = approvalOf("5000.00");
    Assertions.assertThat(company.candidates(task(approval)))
        .containsExactly(company.name("department-head"));
    company.login("department-head");
    company.decide(approval, "APPROVE", null);
    assertThat(approval).isEnded().hasPassed("EndEvent_Approved");
  }

  @Test
  void asksLevelByLevelAboveIt() {
    ProcessInstance approval = approvalOf("60000.00");
    for (String role : List.of("department-head", "controller", "cfo")) {
      Assertions.assertThat(company.candidates(task(approval))).containsExactly(company.name(role));
      company.login(role);
      company.decide(approval, "APPROVE", null);
    }
    assertThat(approval).isEnded().hasPassed("EndEvent_Approved");
  }

  @Test
  void theMakerIsNeverAskedAndNeverDecides() {
    company.person("ap-clerk", "department-head");
    ProcessInstance approval = approvalOf("100.00");
    Assertions.assertThat(company.candidates(task(approval)))
        .containsExactly(company.name("department-head"));
    tasks.setAssignee(task(approval).getId(), company.name("ap-clerk"));
    company.login("ap-clerk");
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> company.decide(approval, "APPROVE", null))
        .withMessageContaining("somebody else has to");
    assertThat(approval).isWaitingAt("Task_DecideApproval");
  }

  @Test
  void noDecisionIsTakenWithoutAPerson() {
    ProcessInstance approval = approvalOf("100.00");
    company.logout();
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> company.decide(approval, "APPROVE", null));
    assertThat(approval).isWaitingAt("Task_DecideApproval");
  }

  @Test
  void whoDecidedOnceIsNotAskedAgain() {
    company.person("department-head", "controller");
    ProcessInstance approval = approvalOf("6000.00");
    company.login("department-head");
    company.decide(approval, "APPROVE", null);
    Assertions.assertThat(company.candidates(task(approval)))
        .containsExactly(company.name("controller"));
  }

  @Test
  void aSubstituteDecidesAndBothNamesAreKept() {
    String deputy = company.person("deputy", "requester");
    LocalDate today = LocalDate.now(company.organization().zone());
    substitutions.grant(
        new NewSubstitution(
            company.id(),
            company.name("department-head"),
            deputy,
            today,
            today.plusDays(5),
            "holiday"),
        Actor.of(company.name("department-head")));
    ProcessInstance approval = approvalOf("100.00");
    Assertions.assertThat(company.candidates(task(approval)))
        .containsExactlyInAnyOrder(company.name("department-head"), deputy);
    ApprovalRequest request = request(approval);
    Assertions.assertThat(history.why(request, deputy).orElseThrow().onBehalfOf())
        .isEqualTo(company.name("department-head"));

    company.login("deputy");
    company.decide(approval, "APPROVE", null);
    Assertions.assertThat(decisions(request))
        .singleElement()
        .extracting(Decision::decidedBy, Decision::onBehalfOf)
        .containsExactly(deputy, company.name("department-head"));
  }

  @Test
  void aSubstitutionEnteredLateMovesWhatIsOpenAndTakenAndEndsWithIt() {
    String deputy = company.person("deputy", "requester");
    String absent = company.name("department-head");
    ProcessInstance approval = approvalOf("100.00");
    tasks.setAssignee(task(approval).getId(), absent);
    LocalDate today = LocalDate.now(company.organization().zone());
    Substitution granted = grant(absent, deputy, today);
    Assertions.assertThat(task(approval).getAssignee()).as("taken by nobody").isNull();
    refresh.refreshAll();
    Assertions.assertThat(company.candidates(task(approval)))
        .containsExactlyInAnyOrder(absent, deputy);

    substitutions.revoke(granted.id(), Actor.of(absent));
    Assertions.assertThat(company.candidates(task(approval))).containsExactly(absent);
    grant(absent, deputy, today.plusDays(3));
    Assertions.assertThat(company.candidates(task(approval)))
        .as("not before it begins")
        .containsExactly(absent);
  }

  private Substitution grant(String absent, String deputy, LocalDate from) {
    return substitutions.grant(
        new NewSubstitution(company.id(), absent, deputy, from, from.plusDays(5), "holiday"),
        Actor.of(absent));
  }

  @Test
  void whoeverWantsItIsMailedEveryNewTask() {
    preferences.wantTaskMails(company.name("department-head"), true);
    preferences.wantTaskMails(company.name("ap-clerk"), true);
    approvalOf("6000.00");
    Assertions.assertThat(mails.list(company.id(), null, 10))
        .extracting(mail -> mail.username() + ": " + mail.subject())
        .containsExactlyInAnyOrder(
            company.name("ap-clerk") + ": Task: Code the invoice: Seller DE1, PI-2026-000001",
            company.name("department-head") + ": Task: Approve: Seller DE1, RE-6000.00");
  }

  @Test
  void aRejectionNeedsAReason() {
    ProcessInstance approval = approvalOf("100.00");
    company.login("department-head");
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> company.decide(approval, "REJECT", " "))
        .withMessageContaining("say why");
    company.decide(approval, "REJECT", "we sent it back");
    assertThat(approval).isEnded().hasPassed("EndEvent_Rejected");
  }

  @Test
  void aQuestionGoesToTheMakerAndComesBackAnswered() {
    ProcessInstance approval = approvalOf("100.00");
    company.login("department-head");
    company.decide(approval, "ASK", "Who ordered this?");
    assertThat(approval).isWaitingAt("Task_AnswerQuestion");
    Assertions.assertThat(company.candidates(task(approval)))
        .containsExactly(company.name("ap-clerk"));

    company.login("ap-clerk");
    company.complete(approval, Map.of("text", "The works, on 2 March"));
    assertThat(approval).isWaitingAt("Task_DecideApproval");
    Assertions.assertThat(course(approval).questions())
        .singleElement()
        .satisfies(
            question -> {
              Assertions.assertThat(question.askedBy()).isEqualTo(company.name("department-head"));
              Assertions.assertThat(question.answer()).isEqualTo("The works, on 2 March");
            });
    Assertions.assertThat(mails())
        .containsExactlyInAnyOrder(
            company.name("ap-clerk") + " approvals/question",
            company.name("department-head") + " approvals/answer");
    company.login("department-head");
    company.decide(approval, "APPROVE", null);
    assertThat(approval).isEnded();
  }

  @Test
  void remindsAndEscalatesInWorkingTime() {
    ProcessInstance approval = approvalOf("6000.00");
    Instant asked = task(approval).getCreateTime().toInstant();
    var calendar = organizations.calendar(company.id());
    Job reminder = timer(approval, "BoundaryEvent_ReminderDue");
    Job escalation = timer(approval, "BoundaryEvent_EscalationDue");
    Assertions.assertThat(reminder.getDuedate().toInstant())
        .isCloseTo(
            calendar.plus(asked, java.time.Duration.ofHours(8)),
            Assertions.within(1, java.time.temporal.ChronoUnit.MINUTES));
    ZonedDateTime due = escalation.getDuedate().toInstant().atZone(company.organization().zone());
    Assertions.assertThat(calendar.isWorkingDay(due.toLocalDate())).isTrue();

    execute(reminder);
    assertThat(approval).hasPassed("Task_RemindApprovers").isWaitingAt("Task_DecideApproval");
    execute(timer(approval, "BoundaryEvent_EscalationDue"));
    Assertions.assertThat(company.candidates(task(approval)))
        .containsExactlyInAnyOrder(company.name("department-head"), company.name("controller"));

    company.login("controller");
    company.decide(approval, "APPROVE", null);
    assertThat(approval).isEnded().hasPassed("EndEvent_Approved");
    Assertions.assertThat(course(approval).decisions())
        .singleElement()
        .extracting(Decision::level)
        .isEqualTo(2);
    Assertions.assertThat(mails())
        .containsExactlyInAnyOrder(
            company.name("department-head") + " approvals/reminder",
            company.name("department-head") + " approvals/escalation",
            company.name("controller") + " approvals/escalation");
  }

  @Test
  void startsOverAndShowsTheDifferenceWhenTheSubjectChanges() {
    ProcessInstance approval = approvalOf("6000.00");
    company.login("department-head");
    company.decide(approval, "APPROVE", null);
    ApprovalRequest before = request(approval);
    company.login("ap-clerk");
    coding.code(
        before.subjectId(),
        new Coding(
            Map.of(1, new LineCoding("6300", "1000", "E0")), LocalDate.of(2026, 3, 10), null, null),
        company.actor("ap-clerk"));

    assertThat(approval).isWaitingAt("Task_DecideApproval");
    ApprovalRequest after = request(approval);
    Assertions.assertThat(after.previousId()).isEqualTo(before.id());
    Assertions.assertThat(after.level()).isEqualTo(1);
    Assertions.assertThat(history.difference(after))
        .extracting(change -> change.kind() + " " + change.before() + " → " + change.after())
        .containsExactly("line.account 6815 → 6300", "line.costCentre 2000 → 1000");
  }

  @Test
  void aStaleFormIsRefused() {
    ProcessInstance approval = approvalOf("100.00");
    company.login("department-head");
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(
            () ->
                company.complete(
                    approval, Map.of("decision", "APPROVE", "seenHash", "0".repeat(64))))
        .withMessageContaining("look at the difference");
  }

  @Test
  void whereNobodyMayDecideTheAdministratorEnablesSomebody() {
    ProcessInstance approval = approvalOf("20000000.00");
    for (String role : List.of("department-head", "controller")) {
      company.login(role);
      company.decide(approval, "APPROVE", null);
    }
    assertThat(approval).isWaitingAt("Task_AppointApprover");
    assertThat(task(approval)).hasCandidateGroup("administrator");
    company.logout();
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> company.complete(approval, Map.of()));
  }

  private List<String> mails() {
    return mails.list(company.id(), null, 100).stream()
        .filter(mail -> mail.template().startsWith("approvals/"))
        .map(mail -> mail.username() + " " + mail.template())
        .toList();
  }

  private ProcessInstance approvalOf(String net) {
    ProcessInstance signOff = company.receive("RE-" + net, "DE1", net);
    company.code(signOff);
    return company.approval(signOff);
  }

  private ApprovalRequest request(ProcessInstance approval) {
    var requests = course(approval).requests();
    return requests.get(requests.size() - 1);
  }

  private ApprovalHistory.Course course(ProcessInstance approval) {
    String subject =
        (String)
            org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(approval.getId())
                .variableName("subjectId")
                .singleResult()
                .getValue();
    return history.of(company.id(), "supplier-invoice", java.util.UUID.fromString(subject));
  }

  private List<Decision> decisions(ApprovalRequest request) {
    return history.of(company.id(), request.subjectType(), request.subjectId()).decisions();
  }

  private static Job timer(ProcessInstance approval, String event) {
    return managementService()
        .createJobQuery()
        .processInstanceId(approval.getId())
        .activityId(event)
        .singleResult();
  }
}
