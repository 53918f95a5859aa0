package org.countinghouse.workflows.periodclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.close.HardClose;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.close.ReportPacks;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.jobs.JobOutcome;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.RowError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Drives closings as people and jobs would: tasks are completed by a logged-in person, async steps
 * are executed, and job activities do what the batch job does.
 */
@Component
public class CloseDesk {

  private static final String WORKER = "test";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final IdentityService identity;
  private final ExternalTaskService external;
  private final Access access;
  private final Jobs jobs;
  private final HardClose hardClose;
  private final ReportPacks packs;

  CloseDesk(
      RuntimeService runtime,
      TaskService tasks,
      ManagementService management,
      IdentityService identity,
      ExternalTaskService external,
      Access access,
      Jobs jobs,
      HardClose hardClose,
      ReportPacks packs) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.identity = identity;
    this.external = external;
    this.access = access;
    this.jobs = jobs;
    this.hardClose = hardClose;
    this.packs = packs;
  }

  /** Starts from the start form and goes on to the first wait for people or a job. */
  public ProcessInstance start(Company company, Actor starter, YearMonth period) {
    ProcessInstance instance = startUntilRoutines(company, starter, period);
    runRoutines(company, instance);
    return instance;
  }

  /** As {@link #start}, but no routine's job is done. */
  public ProcessInstance startUntilRoutines(Company company, Actor starter, YearMonth period) {
    ProcessInstance instance =
        as(
            company,
            starter,
            () ->
                runtime.startProcessInstanceByKey(
                    "period-close",
                    Map.of(
                        "organization",
                        company.organization().code(),
                        "period",
                        period.toString())));
    settle(instance);
    return instance;
  }

  /** The job the instance or what it called waits for. */
  public String waitingFor(ProcessInstance instance) {
    return jobOf(waitingJob(instance).orElseThrow());
  }

  /**
   * Does the jobs of the routines that are installed, if the instance is at them: they only have to
   * say that nothing is left.
   */
  public void runRoutines(Company company, ProcessInstance instance) {
    for (Optional<ExternalTask> waiting = waitingRoutine(instance);
        waiting.isPresent();
        waiting = waitingRoutine(instance)) {
      work(company, instance, jobOf(waiting.get()));
    }
  }

  private Optional<ExternalTask> waitingRoutine(ProcessInstance instance) {
    return waitingJob(instance)
        .filter(task -> task.getProcessDefinitionKey().equals("period-end-routines"));
  }

  private Optional<ExternalTask> waitingJob(ProcessInstance instance) {
    return family(instance).stream()
        .flatMap(id -> external.createExternalTaskQuery().processInstanceId(id).list().stream())
        .findFirst();
  }

  private String jobOf(ExternalTask task) {
    return (String) runtime.getVariableLocal(task.getExecutionId(), "job");
  }

  /** Completes the task the instance (or the approval it called) waits at. */
  public void complete(
      Company company, ProcessInstance instance, Actor person, Map<String, Object> form) {
    Task task = task(instance);
    as(
        company,
        person,
        () -> {
          tasks.complete(task.getId(), form);
          return task;
        });
    settle(instance);
    runRoutines(company, instance);
  }

  /** Decides on the approval the instance waits for. */
  public void decide(Company company, ProcessInstance instance, Actor person, String decision) {
    complete(company, instance, person, Map.of("decision", decision, "text", "as reviewed today"));
  }

  /** The one task of the instance or of what it called. */
  public Task task(ProcessInstance instance) {
    List<Task> open = new ArrayList<>();
    for (String id : family(instance)) {
      open.addAll(tasks.createTaskQuery().processInstanceId(id).list());
    }
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  /** Does what the batch job of the waiting activity does, and tells the process how it ended. */
  public JobRun work(Company company, ProcessInstance instance, String job) {
    return work(company, instance, job, null);
  }

  /** As {@link #work}, but the job sets a row aside and does nothing else. */
  public JobRun workWithException(
      Company company, ProcessInstance instance, String job, String exception) {
    return work(company, instance, job, exception);
  }

  private JobRun work(
      Company company, ProcessInstance instance, String job, @Nullable String exception) {
    ExternalTask waiting = waitingJob(instance).orElseThrow();
    Map<String, Object> parameters = runtime.getVariablesLocal(waiting.getExecutionId());
    assertThat(parameters).containsEntry("job", job);
    JobRun run =
        jobs.register(
            new JobRequest(
                job,
                company.id(),
                Map.of("period", (String) parameters.get("job_period")),
                Actor.of((String) parameters.get("requestedBy"))));
    runtime.setVariableLocal(waiting.getExecutionId(), "jobRunId", run.id().toString());
    jobs.started(run.id(), WORKER, instance.getId());
    UUID closing =
        Optional.ofNullable((String) parameters.get("job_closing"))
            .map(UUID::fromString)
            .orElse(null);
    if (exception != null) {
      jobs.rowError(run.id(), new RowError("test.set-aside", "row 1", exception));
    } else if (job.equals("ledger.close-period")) {
      close(closing, run);
    } else if (job.equals("reporting.report-pack")) {
      packs.begin(closing, run.id()).forEach(report -> packs.make(closing, report));
      packs.finish(closing);
    }
    JobOutcome outcome = jobs.completed(run.id());
    external.lock(waiting.getId(), WORKER, 60_000);
    external.complete(waiting.getId(), WORKER, Map.of("jobOutcome", outcome.name()));
    settle(instance);
    return run;
  }

  private void close(UUID closingId, JobRun run) {
    try {
      hardClose.close(closingId, hardClose.prove(closingId), run.id(), run.requestedBy());
    } catch (BusinessException refusal) {
      jobs.rowError(
          run.id(), new RowError(refusal.code().id(), "", String.valueOf(refusal.getMessage())));
    }
  }

  /** Brings an instance from its start to the certificate. */
  public void closeMonth(Company company, ProcessInstance instance) {
    runRoutines(company, instance);
    work(company, instance, "ledger.prove-balances");
    complete(company, instance, company.accountant(), Map.of("reviewDecision", "SUBMIT"));
    decide(company, instance, company.cfo(), "APPROVE");
    work(company, instance, "ledger.close-period");
    certify(company, instance);
  }

  /** What follows the hard close of a month that does not end the year. */
  public void certify(Company company, ProcessInstance instance) {
    work(company, instance, "reporting.report-pack");
  }

  /** Executes everything that waits only for the engine itself. */
  public void settle(ProcessInstance instance) {
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

  /** Does something as a logged-in person. */
  public <T> T as(Company company, Actor person, Supplier<T> work) {
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
