package org.countinghouse.workflows.paymentrun;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.countinghouse.ids.Ids;
import org.countinghouse.jobs.JobOutcome;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.NewSettlement;
import org.countinghouse.payables.Settlements;
import org.countinghouse.payments.BankAnswers;
import org.countinghouse.payments.Payment;
import org.countinghouse.payments.PaymentProposals;
import org.countinghouse.payments.PaymentReview;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentRuns;
import org.countinghouse.payments.Payments;
import org.countinghouse.payments.PaymentsWorld;
import org.countinghouse.payments.ProposalRequest;
import org.countinghouse.payments.Settled;
import org.countinghouse.testing.TestOrganizations;
import org.countinghouse.workflows.testing.ProcessJobs;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest
class PaymentRunProcessTests {

  @Autowired PaymentsWorld world;
  @Autowired TestOrganizations organizations;
  @Autowired ApprovalLimits limits;
  @Autowired Access access;
  @Autowired PaymentProposals proposals;
  @Autowired PaymentReview review;
  @Autowired PaymentRuns runs;
  @Autowired Payments payments;
  @Autowired BankAnswers answers;
  @Autowired Settlements settlements;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired IdentityService identity;
  @Autowired ProcessJobs jobs;
  @Autowired JdbcTemplate jdbc;

  private final LocalDate today = LocalDate.now();
  private Organization company;
  private Actor treasurer;
  private Actor controller;
  private UUID item;
  private UUID other;

  @BeforeEach
  void aCompanyThatOwes() {
    company = world.company();
    treasurer = organizations.user("treasurer", company, "treasurer");
    controller = organizations.user("controller", company, "controller");
    limits.set(
        new ApprovalLimit(
            company.id(), "controller", null, "payment-run", null, Money.of("100000", "EUR")),
        Actor.system("test"));
    world.supplier(company, 0);
    world.supplier(company, 1);
    item = world.item(company, 0, "100.00", today);
    other = world.item(company, 1, "200.00", today);
  }

  @Test
  void aRunIsProposedReviewedReleasedAndSettled() {
    ProcessInstance instance = started();
    Assertions.assertThat(task(instance).getName()).contains("357.00 EUR");
    PaymentRun run = run(instance);
    review.exclude(run.id(), List.of(other), "not delivered", treasurer);
    complete(instance, treasurer, Map.of("reviewDecision", "SUBMIT"));
    assertThat(instance).isWaitingAt("CallActivity_ReleaseApproval");

    decide(instance, "APPROVE");
    assertThat(instance).isWaitingAt("Gateway_WaitForBank");
    Assertions.assertThat(runs.require(run.id()).state()).isEqualTo(PaymentRun.State.RELEASED);
    Assertions.assertThat(runs.require(run.id()).releasedBy()).isEqualTo(controller.username());
    Assertions.assertThat(runs.files(run.id())).hasSize(1);

    Payment payment = payments.ofRun(run.id(), null, 1).get(0);
    payments.settled(company.id(), List.of(new Settled(payment.id(), Ids.next(), today)));
    assertThat(instance).isEnded().hasPassed("EndEvent_PaymentsSettled");
  }

  @Test
  void aChangeWhileItIsApprovedHasItApprovedAnew() {
    ProcessInstance instance = started();
    PaymentRun run = run(instance);
    runs.handIn(run.id(), treasurer);
    assertThat(instance).isWaitingAt("CallActivity_ReleaseApproval");
    String seen = task(instance).getId();
    review.exclude(run.id(), List.of(other), "not delivered", treasurer);
    Assertions.assertThat(task(instance).getId()).isNotEqualTo(seen);
    decide(instance, "APPROVE");
    Assertions.assertThat(payments.ofRun(run.id(), null, 10)).hasSize(1);
  }

  @Test
  void whoHadAHandInItIsNotAskedToReleaseIt() {
    ProcessInstance instance = started();
    PaymentRun run = run(instance);
    review.exclude(run.id(), List.of(other), "not delivered", controller);
    runs.handIn(run.id(), treasurer);
    Assertions.assertThat(task(instance).getTaskDefinitionKey())
        .as("nobody else may: an administrator has to enable somebody")
        .isEqualTo("Task_AppointApprover");
  }

  @Test
  void aRejectedRunComesBackAndCanBeGivenUp() {
    ProcessInstance instance = started();
    complete(instance, treasurer, Map.of("reviewDecision", "SUBMIT"));
    decide(instance, "REJECT");
    assertThat(instance).isWaitingAt("Task_ReviewProposal");
    complete(instance, treasurer, Map.of("reviewDecision", "GIVE_UP", "text", "next week"));
    assertThat(instance).isEnded().hasPassed("EndEvent_RunGivenUp");
    Assertions.assertThat(run(instance).state()).isEqualTo(PaymentRun.State.CANCELLED);
  }

  @Test
  void overRestItIsOpenedAndGivenUpToo() {
    PaymentRun run = proposals.open(company.id(), ProposalRequest.BY_SETTINGS, treasurer);
    ProcessInstance instance = instance(run);
    Assertions.assertThat(jobs.waitingFor(instance)).contains("payments.propose");
    propose(instance, run);
    runs.abandon(run.id(), "not now", treasurer);
    assertThat(instance).isEnded().hasPassed("EndEvent_RunGivenUp");
  }

  @Test
  void whatCannotBePaidAnyMoreComesBackWithoutIt() {
    ProcessInstance instance = started();
    PaymentRun run = run(instance);
    complete(instance, treasurer, Map.of("reviewDecision", "SUBMIT"));
    settleByHandIsRefused();
    dispute();
    decide(instance, "APPROVE");
    assertThat(instance).isWaitingAt("Task_ReviewProposal").hasVariables("releaseErrorText");
    Assertions.assertThat(review.totals(run.id()).payments()).isOne();
  }

  @Test
  void whatTheBankRefusesIsSomebodysTask() {
    ProcessInstance instance = started();
    PaymentRun run = run(instance);
    complete(instance, treasurer, Map.of("reviewDecision", "SUBMIT"));
    decide(instance, "APPROVE");
    for (Payment payment : payments.ofRun(run.id(), null, 10)) {
      answers.refused(payment.id(), false, "AC04", "closed", "letter", treasurer);
    }
    assertThat(instance).isEnded().hasPassed("EndEvent_PaymentsSettled");
    List<ProcessInstance> rejections = rejections();
    Assertions.assertThat(rejections).hasSize(2);
    ProcessInstance first = rejections.get(0);
    Assertions.assertThat(task(first).getName()).contains(run.number()).contains("Supplier");
    complete(
        first, treasurer, Map.of("rejectionDecision", "PAY_AGAIN", "text", "account confirmed"));
    assertThat(first).isEnded();
    answers.settle(
        company.id(),
        UUID.fromString(rejections.get(1).getBusinessKey().substring(run.number().length() + 1)),
        false,
        "supplier is asked",
        treasurer);
    assertThat(rejections.get(1)).isEnded();
    PaymentRun next = proposals.register(company.id(), ProposalRequest.BY_SETTINGS, treasurer);
    proposals.propose(next.id());
    Assertions.assertThat(review.totals(next.id()).payments()).isOne();
  }

  private void dispute() {
    jdbc.update("update finance.payable_items set disputed_amount = 300 where id = ?", other);
  }

  private void settleByHandIsRefused() {
    assertThatThrownBy(
            () ->
                settlements.settle(
                    other,
                    new NewSettlement(today, new BigDecimal("1"), null, null, "by hand"),
                    controller))
        .hasMessageContaining("PR-");
  }

  private ProcessInstance started() {
    ProcessInstance instance =
        as(
            treasurer,
            () ->
                runtime.startProcessInstanceByKey(
                    "payment-run", Map.of("organization", company.code(), "dueUntil", "")));
    propose(instance, run(instance));
    return instance;
  }

  private void propose(ProcessInstance instance, PaymentRun run) {
    proposals.propose(run.id());
    jobs.complete(instance, JobOutcome.COMPLETED);
    assertThat(instance).isWaitingAt("Task_ReviewProposal");
  }

  private PaymentRun run(ProcessInstance instance) {
    return runs.list(company.id(), null, 1).get(0);
  }

  private ProcessInstance instance(PaymentRun run) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("payment-run")
        .processInstanceBusinessKey(run.number())
        .tenantIdIn(company.code())
        .singleResult();
  }

  private List<ProcessInstance> rejections() {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("payment-rejection")
        .tenantIdIn(company.code())
        .orderByBusinessKey()
        .asc()
        .list();
  }

  private void decide(ProcessInstance instance, String decision) {
    complete(instance, controller, Map.of("decision", decision, "text", "as reviewed today"));
  }

  private void complete(ProcessInstance instance, Actor person, Map<String, Object> form) {
    Task task = task(instance);
    as(
        person,
        () -> {
          tasks.complete(task.getId(), form);
          return task;
        });
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
    return Objects.requireNonNull(
        tasks
            .createTaskQuery()
            .processInstanceIdIn(family(instance).toArray(String[]::new))
            .singleResult());
  }

  private List<String> family(ProcessInstance instance) {
    List<String> ids = new ArrayList<>(List.of(instance.getId()));
    runtime.createProcessInstanceQuery().superProcessInstanceId(instance.getId()).list().stream()
        .map(ProcessInstance::getId)
        .forEach(ids::add);
    return ids;
  }

  private <T> T as(Actor person, Supplier<T> work) {
    identity.setAuthentication(
        person.username(), List.copyOf(access.rolesOf(person.username())), List.of(company.code()));
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}
