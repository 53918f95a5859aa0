package org.countinghouse.workflows.groupclose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.countinghouse.consolidation.Consolidation;
import org.countinghouse.consolidation.Consolidations;
import org.countinghouse.consolidation.GroupCertificates;
import org.countinghouse.consolidation.SampleGroup;
import org.countinghouse.consolidation.SampleGroup.World;
import org.countinghouse.ledger.Periods;
import org.countinghouse.organizations.Organization;
import org.countinghouse.samples.SampleCompany;
import org.countinghouse.testing.TestOrganizations;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class GroupCloseProcessTests {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);

  @Autowired SampleGroup samples;
  @Autowired TestOrganizations organizations;
  @Autowired Consolidations consolidations;
  @Autowired GroupCertificates certificates;
  @Autowired Periods periods;
  @Autowired Access access;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired IdentityService identity;

  private World world;

  @Test
  void groupWaitsForItsMembersAndIsClosedByTwoPeople() {
    world = samples.open("EUR");
    samples.post(world, JANUARY);
    Actor outsider = organizations.user("accountant", parent(), "accountant");
    assertThatThrownBy(() -> start(outsider)).hasMessageContaining("in each of its companies");

    ProcessInstance instance = start(world.accountant());
    assertThat(instance).isWaitingAt("Task_SettleFindings");
    complete(instance, world.accountant(), Map.of("findingsDecision", "CHECK_AGAIN"));
    assertThat(instance).isWaitingAt("Task_SettleFindings");

    samples.close(world, JANUARY);
    complete(instance, world.accountant(), Map.of("findingsDecision", "CHECK_AGAIN"));
    assertThat(instance).isWaitingAt("Task_ReviewGroup");
    complete(
        instance,
        world.controller(),
        Map.of("reviewDecision", "SEND_BACK", "remark", "is the loan in there?"));
    assertThat(instance).isWaitingAt("Task_SettleFindings");
    complete(instance, world.accountant(), Map.of("findingsDecision", "CHECK_AGAIN"));
    complete(instance, world.accountant(), Map.of("reviewDecision", "SUBMIT"));
    assertThat(instance).isWaitingAt("CallActivity_ApproveGroup");

    complete(instance, world.cfo(), Map.of("decision", "APPROVE", "text", "as reviewed"));
    assertThat(instance).isEnded().hasPassed("EndEvent_GroupMonthClosed");
    Consolidation closed = consolidations.list(world.group(), JANUARY).get(0);
    assertThat(closed.state()).isEqualTo(Consolidation.State.CLOSED);
    assertThat(closed.approvedBy()).isEqualTo(world.cfo().username());
    assertThat(certificates.of(closed.id())).isPresent();

    aMemberThatChangedSendsItBack();
  }

  /** Between approval and closing there is a moment, and it is looked at. */
  private void aMemberThatChangedSendsItBack() {
    Organization american = world.of(SampleCompany.HBUS);
    periods.reopen(american.id(), JANUARY, Actor.system("test"));
    samples.close(world, american, JANUARY);
    ProcessInstance again = start(world.accountant());
    complete(again, world.accountant(), Map.of("reviewDecision", "SUBMIT"));
    periods.reopen(american.id(), JANUARY, Actor.system("test"));
    complete(again, world.cfo(), Map.of("decision", "APPROVE", "text", "as reviewed"));
    assertThat(again).isWaitingAt("Task_SettleFindings");
    assertThat(consolidations.list(world.group(), JANUARY).get(0).remark())
        .contains(american.code());
    complete(
        again,
        world.accountant(),
        Map.of("findingsDecision", "WITHDRAW", "remark", "HBUS is not finished"));
    assertThat(again).isEnded().hasPassed("EndEvent_ConsolidationWithdrawn");
  }

  private Organization parent() {
    return world.of(SampleCompany.HBUK);
  }

  private ProcessInstance start(Actor person) {
    ProcessInstance instance =
        as(
            person,
            () ->
                runtime.startProcessInstanceByKey(
                    "group-close",
                    Map.of(
                        "organization", parent().code(),
                        "group", world.group().code(),
                        "period", JANUARY.toString())));
    settle(instance);
    return instance;
  }

  private void complete(ProcessInstance instance, Actor person, Map<String, Object> form) {
    Task task =
        family(instance).stream()
            .flatMap(id -> tasks.createTaskQuery().processInstanceId(id).list().stream())
            .findFirst()
            .orElseThrow();
    as(
        person,
        () -> {
          tasks.complete(task.getId(), form);
          return task;
        });
    settle(instance);
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

  private <T> T as(Actor person, Supplier<T> work) {
    identity.setAuthentication(
        person.username(),
        List.copyOf(access.rolesOf(person.username())),
        List.of(parent().code()));
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}
