package org.countinghouse.workflows.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.countinghouse.jobs.JobOutcome;
import org.springframework.stereotype.Component;

/**
 * Plays the batch side of a job activity, for tests of processes that own jobs. What the job bridge
 * itself does is tested beside it.
 */
@Component
public class ProcessJobs {

  private static final String WORKER = "test";

  private final ExternalTaskService tasks;
  private final RuntimeService runtime;

  ProcessJobs(ExternalTaskService tasks, RuntimeService runtime) {
    this.tasks = tasks;
    this.runtime = runtime;
  }

  /** The name of the job the instance waits for, if it waits for one. */
  public Optional<String> waitingFor(ProcessInstance instance) {
    return task(instance)
        .map(task -> (String) runtime.getVariableLocal(task.getExecutionId(), "job"));
  }

  /** What the model gives the job the instance waits for. */
  public Map<String, Object> parameters(ProcessInstance instance) {
    return runtime.getVariablesLocal(task(instance).orElseThrow().getExecutionId());
  }

  /** Ends the job the instance waits for; the process goes on. */
  public void complete(ProcessInstance instance, JobOutcome outcome) {
    ExternalTask task = task(instance).orElseThrow();
    tasks.lock(task.getId(), WORKER, 60_000);
    tasks.complete(task.getId(), WORKER, Map.of("jobOutcome", outcome.name()));
  }

  /** Fails the job the instance waits for: an incident. */
  public void fail(ProcessInstance instance, String error) {
    ExternalTask task = task(instance).orElseThrow();
    tasks.lock(task.getId(), WORKER, 60_000);
    tasks.handleFailure(task.getId(), WORKER, error, 0, 0);
    assertThat(
            runtime
                .createIncidentQuery()
                .processInstanceId(instance.getProcessInstanceId())
                .count())
        .isPositive();
  }

  private Optional<ExternalTask> task(ProcessInstance instance) {
    return tasks
        .createExternalTaskQuery()
        .processInstanceId(instance.getProcessInstanceId())
        .topicName("job")
        .list()
        .stream()
        .findFirst();
  }
}
