package org.countinghouse.workflows.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.countinghouse.access.Actor;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.JobRunFilter;
import org.countinghouse.jobs.JobState;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.RowError;
import org.countinghouse.jobs.spi.RunnerReport;
import org.countinghouse.jobs.spi.RunnerReport.State;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.TestOrganizations;
import org.countinghouse.workflows.engine.Processes;
import org.countinghouse.workflows.testing.ProcessTest;
import org.countinghouse.workflows.testing.ScriptedJobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class JobBridgeTests {

  private static final JobWorkerSettings SETTINGS =
      new JobWorkerSettings(
          false,
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5));

  @Autowired JobLeases leases;
  @Autowired Jobs jobs;
  @Autowired JobRetries retries;
  @Autowired Processes processes;
  @Autowired RuntimeService runtime;
  @Autowired IdentityService identity;
  @Autowired HistoryService history;
  @Autowired RepositoryService repository;
  @Autowired ExternalTaskService tasks;
  @Autowired TestOrganizations organizations;
  @Autowired TransactionTemplate transaction;

  // a node of its own for each test: worker and batch side share nothing with other tests
  private final ScriptedJobs batch = new ScriptedJobs();
  private JobWorker worker;
  private Organization organization;

  @BeforeEach
  void aNode() {
    worker = new JobWorker(leases, batch, jobs, SETTINGS);
    organization = organizations.german();
  }

  @AfterEach
  void nothingIsLeftForTheNextTest() {
    runtime.createProcessInstanceQuery().processDefinitionKey(JobRunProcess.KEY).list().stream()
        .filter(instance -> instance.getTenantId().equals(organization.code()))
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
  }

  @Test
  void requestedRunIsAProcessOfItsOrganization() {
    JobRun run = request();

    var instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(run.id().toString())
            .singleResult();
    assertThat(instance).isNotNull();
    assertThat(instance.getTenantId()).isEqualTo(organization.code());
    assertThat(instance).isWaitingAt("Task_RunJob");
  }

  @Test
  void requestThatIsRolledBackLeavesNeitherRunNorProcess() {
    transaction.executeWithoutResult(
        status -> {
          request();
          status.setRollbackOnly();
        });

    assertThat(runtime.createProcessInstanceQuery().tenantIdIn(organization.code()).count())
        .isZero();
  }

  @Test
  void jobEndsWithItsProcess() {
    JobRun run = request();

    worker.take();
    assertThat(jobs.get(run.id()).state()).isEqualTo(JobState.RUNNING);
    assertThat(jobs.get(run.id()).worker()).isNotNull();
    worker.settle();
    assertThat(jobs.get(run.id()).state()).as("still worked on").isEqualTo(JobState.RUNNING);

    batch.tell(run.id(), RunnerReport.of(State.COMPLETED));
    worker.settle();

    assertThat(jobs.get(run.id()).state()).isEqualTo(JobState.COMPLETED);
    assertThat(ended(run, "EndEvent_JobCompleted")).isTrue();
    assertThat(worker.isIdle()).isTrue();
  }

  @Test
  void jobWithRowErrorsEndsOnItsOwnBranch() {
    JobRun run = request();
    worker.take();
    jobs.rowError(run.id(), new RowError("x.y", "line 3", "bad"));
    batch.tell(run.id(), RunnerReport.of(State.COMPLETED));

    worker.settle();

    assertThat(jobs.get(run.id()).state()).isEqualTo(JobState.COMPLETED_WITH_EXCEPTIONS);
    assertThat(ended(run, "EndEvent_JobCompletedWithExceptions")).isTrue();
  }

  @Test
  void failureIsAnIncidentWithItsErrorAndCockpitCanRetryIt() {
    JobRun run = request();
    worker.take();
    batch.tell(run.id(), new RunnerReport(State.FAILED, "ledger.x: close it first", false));
    worker.settle();

    assertThat(jobs.get(run.id()).state()).isEqualTo(JobState.FAILED);
    assertThat(jobs.get(run.id()).error()).isEqualTo("ledger.x: close it first");
    assertThat(incident(run).getIncidentMessage()).isEqualTo("ledger.x: close it first");
    worker.take();
    assertThat(batch.startsOf(run.id())).as("waits for a person").isEqualTo(1);

    tasks.setRetries(task(run).getId(), 1); // what Cockpit does
    worker.take();

    assertThat(batch.startsOf(run.id())).isEqualTo(2);
    assertThat(jobs.get(run.id()).attempts()).isEqualTo(2);
    batch.tell(run.id(), RunnerReport.of(State.COMPLETED));
    worker.settle();
    assertThat(ended(run, "EndEvent_JobCompleted")).isTrue();
    assertThat(runtime.createIncidentQuery().tenantIdIn(organization.code()).count()).isZero();
  }

  @Test
  void opsMayRetryInCockpitAndOthersMayNot() {
    JobRun run = request();
    worker.take();
    batch.tell(run.id(), new RunnerReport(State.FAILED, "disk full", false));
    worker.settle();
    String task = task(run).getId();

    identity.setAuthentication("clerk", List.of("accountant"), List.of(organization.code()));
    assertThatThrownBy(() -> tasks.setRetries(task, 1)).isInstanceOf(AuthorizationException.class);
    identity.setAuthentication("audrey", List.of("auditor"), List.of(organization.code()));
    assertThatThrownBy(() -> tasks.setRetries(task, 1)).isInstanceOf(AuthorizationException.class);
    identity.setAuthentication("olga", List.of("ops"), List.of());
    tasks.setRetries(task, 1);

    identity.clearAuthentication();
    worker.take();
    assertThat(batch.startsOf(run.id())).isEqualTo(2);
  }

  @Test
  void failedRunIsRetriedByItsId() {
    JobRun run = request();
    worker.take();
    batch.tell(run.id(), new RunnerReport(State.FAILED, "disk full", false));
    worker.settle();

    assertThat(retries.retry(run.id()).state()).isEqualTo(JobState.REQUESTED);
    worker.take();

    assertThat(batch.startsOf(run.id())).isEqualTo(2);
  }

  @Test
  void troubleThatPassesIsTriedAgainBeforeAnybodyIsCalled() {
    JobRun run = request();
    for (int attempt = 1; attempt <= 2; attempt++) {
      worker.take();
      batch.tell(run.id(), new RunnerReport(State.FAILED, "deadlock", true));
      worker.settle();
      assertThat(jobs.get(run.id()).state()).isEqualTo(JobState.RUNNING);
      assertThat(runtime.createIncidentQuery().tenantIdIn(organization.code()).count()).isZero();
      worker.take();
      assertThat(batch.startsOf(run.id())).as("rests a while").isEqualTo(attempt);
      later(SETTINGS.pause().plusSeconds(1));
    }
    worker.take();
    batch.tell(run.id(), new RunnerReport(State.FAILED, "deadlock", true));
    worker.settle();

    assertThat(jobs.get(run.id()).state()).isEqualTo(JobState.FAILED);
    assertThat(incident(run).getIncidentMessage()).isEqualTo("deadlock");
  }

  @Test
  void otherWorkerTakesOverWhenTheLeaseOfADeadOneRunsOut() {
    JobRun run = request();
    worker.take(); // and dies: it neither renews nor settles any more
    var otherBatch = new ScriptedJobs();
    var other = new JobWorker(leases, otherBatch, jobs, SETTINGS);

    other.take();
    assertThat(otherBatch.startsOf(run.id())).as("the lease still holds").isZero();
    later(SETTINGS.lease().plusSeconds(1));
    other.take();

    assertThat(otherBatch.startsOf(run.id())).isEqualTo(1);
    assertThat(jobs.get(run.id()).attempts()).isEqualTo(2);
    otherBatch.tell(run.id(), RunnerReport.of(State.COMPLETED));
    other.settle();
    assertThat(ended(run, "EndEvent_JobCompleted")).isTrue();
  }

  @Test
  void slowWorkerFindsItsLeaseLostAndStops() {
    JobRun run = request();
    worker.take();
    later(SETTINGS.lease().plusSeconds(1));
    var otherBatch = new ScriptedJobs();
    new JobWorker(leases, otherBatch, jobs, SETTINGS).take();

    worker.renew();

    assertThat(batch.report(run).state()).isEqualTo(State.STOPPED);
    assertThat(worker.isIdle()).isTrue();
    assertThat(jobs.get(run.id()).state()).isEqualTo(JobState.RUNNING);
  }

  @Test
  void slowWorkerCannotEndWhatAnotherHasTaken() {
    JobRun run = request();
    worker.take();
    later(SETTINGS.lease().plusSeconds(1));
    new JobWorker(leases, new ScriptedJobs(), jobs, SETTINGS).take();
    batch.tell(run.id(), RunnerReport.of(State.COMPLETED));

    worker.settle();

    assertThat(jobs.get(run.id()).state()).isEqualTo(JobState.RUNNING);
    assertThat(worker.isIdle()).isTrue();
  }

  @Test
  void heartbeatKeepsTheLease() {
    JobRun run = request();
    worker.take();
    var otherBatch = new ScriptedJobs();
    var other = new JobWorker(leases, otherBatch, jobs, SETTINGS);
    for (int beat = 0; beat < 5; beat++) {
      later(SETTINGS.heartbeat());
      worker.renew();
    }

    other.take();

    assertThat(otherBatch.startsOf(run.id())).isZero();
  }

  @Test
  void cancelledProcessStopsItsJob() {
    JobRun run = request();
    worker.take();
    runtime.deleteProcessInstance(task(run).getProcessInstanceId(), "not wanted");

    worker.renew();

    assertThat(batch.report(run).state()).isEqualTo(State.STOPPED);
    assertThat(jobs.get(run.id()).state()).isEqualTo(JobState.FAILED);
    assertThat(jobs.get(run.id()).error()).contains("process");
  }

  @Test
  void stoppingNodeGivesTheLeaseBackAtOnce() {
    JobRun run = request();
    var loop = new JobWorkerLoop(worker, SETTINGS, false);
    worker.take();
    loop.start();

    loop.stop();

    assertThat(worker.isIdle()).isTrue();
    assertThat(task(run).getWorkerId()).isNull();
    var otherBatch = new ScriptedJobs();
    new JobWorker(leases, otherBatch, jobs, SETTINGS).take();
    assertThat(otherBatch.startsOf(run.id())).isEqualTo(1);
  }

  @Test
  void unknownJobIsAnIncidentThatNamesIt() {
    JobRun run =
        jobs.request(
            new JobRequest("test.nothing", organization.id(), Map.of(), Actor.system("test")));

    worker.take();

    assertThat(incident(run).getIncidentMessage()).contains("There is no job test.nothing");
    assertThat(jobs.get(run.id()).state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void jobOfAProcessGetsItsParametersAndTellsItsOutcome() {
    var deployment =
        repository
            .createDeployment()
            .addClasspathResource("org/countinghouse/workflows/jobs/process-with-job.bpmn")
            .deploy();
    try {
      String instance =
          processes.start(
              "process-with-job", organization.id(), "2026-10", Map.of("month", "2026-10"));
      worker.take();

      JobRun run = jobs.list(JobRunFilter.of(List.of(organization.id()))).get(0);
      assertThat(run.job()).isEqualTo("test.job");
      assertThat(run.parameters()).isEqualTo(Map.of("period", "2026-10", "mode", "strict"));
      assertThat(run.requestedBy()).isEqualTo(Actor.system("process-with-job"));
      assertThat(run.origin()).isEqualTo(instance);

      batch.tell(run.id(), RunnerReport.of(State.COMPLETED));
      worker.settle();
      assertThat(runtime.getVariable(instance, "jobOutcome")).isEqualTo("COMPLETED");
      assertThat(runtime.getVariables(instance)).doesNotContainKeys("job", "jobRunId");
      runtime.signal(instance);
    } finally {
      repository.deleteDeployment(deployment.getId(), true);
    }
  }

  @Test
  void commandLineWorksOnItsOwnRunAndNoOther() throws Exception {
    JobRun other = request();
    JobRun mine = request();
    var thread = Executors.newSingleThreadExecutor();
    try {
      var ended = thread.submit(() -> worker.workOn(mine.id()));
      while (batch.startsOf(mine.id()) == 0) {
        Thread.onSpinWait();
      }
      batch.tell(mine.id(), RunnerReport.of(State.COMPLETED));

      assertThat(ended.get(20, TimeUnit.SECONDS).state()).isEqualTo(JobState.COMPLETED);
      assertThat(batch.startsOf(other.id())).isZero();
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void nodeTakesNoMoreThanItHasRoomFor() {
    JobRun run = request();
    batch.setCapacity(0);

    worker.take();

    assertThat(batch.startsOf(run.id())).isZero();
    assertThat(task(run).getWorkerId()).isNull();
  }

  private JobRun request() {
    return jobs.request(
        new JobRequest("test.job", organization.id(), Map.of(), Actor.system("test")));
  }

  private ExternalTask task(JobRun run) {
    return leases.find(run.id()).orElseThrow();
  }

  private Incident incident(JobRun run) {
    return runtime
        .createIncidentQuery()
        .processInstanceId(task(run).getProcessInstanceId())
        .singleResult();
  }

  private boolean ended(JobRun run, String endEvent) {
    HistoricProcessInstance instance =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(run.id().toString())
            .singleResult();
    return endEvent.equals(instance.getEndActivityId());
  }

  private static void later(Duration time) {
    ClockUtil.offset(
        ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis() + time.toMillis());
  }
}
