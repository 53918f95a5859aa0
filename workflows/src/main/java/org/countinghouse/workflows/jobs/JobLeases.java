package org.countinghouse.workflows.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The engine's side of a lease: taken, renewed, given back, and ended together with the run in one
 * transaction.
 */
@Component
class JobLeases {

  private final ExternalTaskService tasks;
  private final RuntimeService runtime;
  private final Jobs jobs;
  private final Organizations organizations;
  private final JobWorkerSettings settings;

  JobLeases(
      ExternalTaskService tasks,
      RuntimeService runtime,
      Jobs jobs,
      Organizations organizations,
      JobWorkerSettings settings) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.jobs = jobs;
    this.organizations = organizations;
    this.settings = settings;
  }

  /** Takes what waits, or was left by a worker whose lease ran out. */
  List<JobTask> take(String worker, int max) {
    return tasks
        .fetchAndLock(max, worker, true)
        .topic(JobTask.TOPIC, settings.lease().toMillis())
        .localVariables()
        .execute()
        .stream()
        .map(JobTask::of)
        .toList();
  }

  /** Takes the task of one run, unless another worker has it or it waits for a person. */
  Optional<JobTask> take(String worker, UUID runId) {
    return find(runId)
        .filter(task -> task.getRetries() == null || task.getRetries() > 0)
        .filter(task -> lock(worker, task.getId()))
        .map(task -> JobTask.of(task, runtime.getVariablesLocal(task.getExecutionId())));
  }

  /** The task of a run, if its process still waits for it. */
  Optional<ExternalTask> find(UUID runId) {
    return runtime
        .createVariableInstanceQuery()
        .variableValueEquals(JobTask.RUN_ID, runId.toString())
        .list()
        .stream()
        .map(variable -> tasks.createExternalTaskQuery().executionId(variable.getExecutionId()))
        .flatMap(query -> query.topicName(JobTask.TOPIC).list().stream())
        .findFirst();
  }

  private boolean lock(String worker, String taskId) {
    try {
      tasks.lock(taskId, worker, settings.lease().toMillis());
      return true;
    } catch (BadUserRequestException e) {
      return false; // somebody else's, or gone
    }
  }

  /** Finds the run of a task, or notes it: exactly once, since the task remembers it. */
  @Transactional
  public JobRun run(JobTask job) {
    return job.runId()
        .map(jobs::get)
        .orElseGet(
            () -> {
              UUID organization = organizations.byCode(job.organization()).id();
              JobRun run = jobs.register(job.request(organization));
              runtime.setVariableLocal(job.executionId(), JobTask.RUN_ID, run.id().toString());
              return run;
            });
  }

  /**
   * Keeps the lease.
   *
   * @return false when it is lost: another worker has the task, or it is gone
   */
  boolean renew(String worker, String taskId) {
    try {
      tasks.extendLock(taskId, worker, settings.lease().toMillis());
      return true;
    } catch (BadUserRequestException e) {
      return false;
    }
  }

  /** Whether the engine still knows the task. */
  boolean exists(String taskId) {
    return tasks.createExternalTaskQuery().externalTaskId(taskId).count() == 1;
  }

  /** Gives the lease back, so that another worker need not wait until it runs out. */
  void release(String taskId) {
    tasks.unlock(taskId);
  }

  /** Ends run and task together; the process goes on in the same transaction. */
  @Transactional
  public void complete(String worker, String taskId, UUID runId) {
    String outcome = jobs.completed(runId).name();
    tasks.complete(taskId, worker, Map.of(JobTask.OUTCOME, outcome));
  }

  /** Fails run and task together: the task becomes an incident that shows the error. */
  @Transactional
  public void fail(String worker, String taskId, UUID runId, String error) {
    jobs.failed(runId, error);
    tasks.handleFailure(taskId, worker, error, error, 0, 0);
  }

  /** Lets the task be tried once more. */
  void retry(String taskId) {
    tasks.setRetries(taskId, 1);
  }

  /** Fails a task for which there is no run. */
  void refuse(String worker, String taskId, String error) {
    tasks.handleFailure(taskId, worker, error, error, 0, 0);
  }

  /** Lets the task rest for a while after a trouble that passes. */
  void postpone(String worker, String taskId, String error, int retriesLeft) {
    tasks.handleFailure(taskId, worker, error, error, retriesLeft, settings.pause().toMillis());
  }
}
