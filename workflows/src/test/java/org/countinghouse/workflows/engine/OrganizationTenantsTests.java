package org.countinghouse.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.TestOrganizations;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees which task and may start what for whom; on a process of one task. */
@ProcessTest
class OrganizationTenantsTests {

  private static final String KEY = "one-task";

  @Autowired Processes processes;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired RepositoryService repository;
  @Autowired AuthorizationService authorizations;
  @Autowired TestOrganizations organizations;

  private Deployment deployment;
  private Organization ours;
  private Organization theirs;

  @BeforeEach
  void aProcessOfOneTask() {
    deployment =
        repository
            .createDeployment()
            .addClasspathResource("org/countinghouse/workflows/engine/one-task.bpmn")
            .deploy();
    new StartRights(repository, new Grants(authorizations)).grant();
    ours = organizations.german();
    theirs = organizations.british();
  }

  @AfterEach
  void remove() {
    identity.clearAuthentication();
    repository.deleteDeployment(deployment.getId(), true);
  }

  @Test
  void instanceBelongsToTheOrganizationItIsStartedFor() {
    String id = processes.start(KEY, ours.id(), "1", Map.of());

    var instance = runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
    assertThat(instance.getTenantId()).isEqualTo(ours.code());
    assertThat(runtime.getVariables(id))
        .containsEntry("organization", ours.code())
        .containsEntry("organizationId", ours.id().toString());
  }

  @Test
  void startWithoutAnOrganizationIsRefused() {
    assertThatThrownBy(() -> runtime.startProcessInstanceByKey(KEY))
        .hasMessageContaining("name the organization");
  }

  @Test
  void userOfOneOrganizationStartsForIt() {
    as("clerk", List.of("accountant"), ours);

    assertThat(runtime.startProcessInstanceByKey(KEY).getTenantId()).isEqualTo(ours.code());
  }

  @Test
  void userOfSeveralOrganizationsMustNameOne() {
    as("clerk", List.of("accountant"), ours, theirs);

    assertThatThrownBy(() -> runtime.startProcessInstanceByKey(KEY))
        .hasMessageContaining("name the organization");
    assertThat(
            runtime
                .startProcessInstanceByKey(KEY, Map.of("organization", theirs.code()))
                .getTenantId())
        .isEqualTo(theirs.code());
  }

  @Test
  void userCannotStartForAnOrganizationThatIsNotHis() {
    as("clerk", List.of("accountant"), ours);

    assertThatThrownBy(
            () -> runtime.startProcessInstanceByKey(KEY, Map.of("organization", theirs.code())))
        .hasMessageContaining("need a role in that organization");
  }

  @Test
  void roleThatTheModelDoesNotNameCannotStart() {
    as("buyer", List.of("buyer"), ours);

    assertThatThrownBy(() -> runtime.startProcessInstanceByKey(KEY))
        .hasMessageContaining("CREATE_INSTANCE");
  }

  @Test
  void systemStartsWhateverTheUserMayAndHisLoginStays() {
    as("buyer", List.of("buyer"), ours);

    assertThat(processes.start(KEY, ours.id(), "1", Map.of())).isNotEmpty();
    assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("buyer");
  }

  @Test
  void candidateSeesTheTaskAndNobodyElseDoes() {
    processes.start(KEY, ours.id(), "1", Map.of());

    as("anna", List.of("ap-clerk"), ours);
    assertThat(tasks.createTaskQuery().list()).hasSize(1);
    as("bob", List.of("controller"), ours);
    assertThat(tasks.createTaskQuery().list()).as("same organization, other role").isEmpty();
    as("carl", List.of("ap-clerk"), theirs);
    assertThat(tasks.createTaskQuery().list()).as("same role, other organization").isEmpty();
  }

  @Test
  void candidateMayClaimAndCompleteButNotGiveTheTaskToOthers() {
    processes.start(KEY, ours.id(), "1", Map.of());
    as("anna", List.of("ap-clerk"), ours);
    String task = tasks.createTaskQuery().singleResult().getId();

    assertThatThrownBy(() -> tasks.setAssignee(task, "bob")).hasMessageContaining("TASK_ASSIGN");
    tasks.claim(task, "anna");
    tasks.complete(task);

    identity.clearAuthentication();
    assertThat(runtime.createProcessInstanceQuery().tenantIdIn(ours.code()).count()).isZero();
  }

  @Test
  void auditorReadsTasksOfHisOrganizationAndChangesNone() {
    processes.start(KEY, ours.id(), "1", Map.of());
    processes.start(KEY, theirs.id(), "1", Map.of());
    as("audrey", List.of("auditor"), ours);

    var task = tasks.createTaskQuery().singleResult();
    assertThat(task.getTenantId()).isEqualTo(ours.code());
    assertThatThrownBy(() -> tasks.claim(task.getId(), "audrey")).hasMessageContaining("TASK");
    assertThatThrownBy(() -> runtime.deleteProcessInstance(task.getProcessInstanceId(), "no"))
        .hasMessageContaining("DELETE");
  }

  @Test
  void opsSeesEveryOrganizationAndMayRetryButNotDecide() {
    processes.start(KEY, ours.id(), "1", Map.of());
    processes.start(KEY, theirs.id(), "1", Map.of());
    as("olga", List.of("ops"));

    var seen = tasks.createTaskQuery().tenantIdIn(ours.code(), theirs.code()).list();
    assertThat(seen).hasSize(2);
    assertThatThrownBy(() -> tasks.complete(seen.get(0).getId())).hasMessageContaining("TASK");
  }

  private void as(String user, List<String> roles, Organization... organizations) {
    identity.setAuthentication(
        user, roles, List.of(organizations).stream().map(Organization::code).toList());
  }
}
