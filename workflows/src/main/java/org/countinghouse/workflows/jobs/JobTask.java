package org.countinghouse.workflows.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.countinghouse.access.Actor;
import org.countinghouse.jobs.JobRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about a job activity, in input parameters: {@code job} names it, {@code
 * job_<name>} are its parameters, {@code requestedBy} who answers for it (the system when absent).
 * {@code jobRunId} is there once the run is known.
 *
 * @param id the external task's
 * @param organization the tenant: the organization's code
 * @param retries how often it may still be tried; null before the first trouble
 * @param variables those of the activity itself, not of its process
 */
record JobTask(
    String id,
    String process,
    String processInstanceId,
    String activity,
    String executionId,
    String organization,
    @Nullable Integer retries,
    Map<String, Object> variables) {

  /** The topic of every job activity. */
  static final String TOPIC = "job";

  /** The local variable that ties the activity to its run. */
  static final String RUN_ID = "jobRunId";

  /** The variable that tells the process how the job ended. */
  static final String OUTCOME = "jobOutcome";

  private static final String JOB = "job";
  private static final String PARAMETER = "job_";
  private static final String REQUESTED_BY = "requestedBy";

  static JobTask of(LockedExternalTask task) {
    return new JobTask(
        task.getId(),
        task.getProcessDefinitionKey(),
        task.getProcessInstanceId(),
        task.getActivityId(),
        task.getExecutionId(),
        task.getTenantId(),
        task.getRetries(),
        task.getVariables());
  }

  static JobTask of(ExternalTask task, Map<String, Object> localVariables) {
    return new JobTask(
        task.getId(),
        task.getProcessDefinitionKey(),
        task.getProcessInstanceId(),
        task.getActivityId(),
        task.getExecutionId(),
        task.getTenantId(),
        task.getRetries(),
        localVariables);
  }

  Optional<UUID> runId() {
    return text(RUN_ID).map(UUID::fromString);
  }

  /** The run this activity asks for. */
  JobRequest request(UUID organizationId) {
    String job =
        text(JOB)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Activity %s of process %s names no job: give it the input parameter 'job'."
                            .formatted(activity, process)));
    Actor actor =
        text(REQUESTED_BY)
            .map(name -> new Actor(name, null))
            .orElseGet(() -> Actor.system(process));
    return new JobRequest(job, organizationId, parameters(), actor);
  }

  private Map<String, String> parameters() {
    return variables.entrySet().stream()
        .filter(variable -> variable.getKey().startsWith(PARAMETER) && variable.getValue() != null)
        .collect(
            Collectors.toMap(
                variable -> variable.getKey().substring(PARAMETER.length()),
                variable -> variable.getValue().toString()));
  }

  private Optional<String> text(String name) {
    @Nullable Object value = variables.get(name);
    return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isBlank());
  }
}
