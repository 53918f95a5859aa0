package org.countinghouse.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job, over all its attempts.
 *
 * @param id names the run everywhere: journal, process variable, batch parameter
 * @param organizationId whose data it works on
 * @param job the job's name
 * @param parameters as requested
 * @param state where it is in its life
 * @param requestedBy who answers for it
 * @param requestedAt when it was asked for
 * @param attempts how often work on it began
 * @param worker the node that works or last worked on it
 * @param origin what it belongs to, in the words of whoever started it: the id of the process
 *     instance
 * @param startedAt when the first attempt began
 * @param finishedAt when it ended, well or not
 * @param error why it failed, for people
 * @param rowErrors how many rows were set aside
 */
public record JobRun(
    UUID id,
    UUID organizationId,
    String job,
    Map<String, String> parameters,
    JobState state,
    Actor requestedBy,
    Instant requestedAt,
    int attempts,
    @Nullable String worker,
    @Nullable String origin,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String error,
    long rowErrors) {

  public JobRun {
    parameters = Map.copyOf(parameters);
  }

  /**
   * The value of a parameter the job cannot do without.
   *
   * @throws org.countinghouse.errors.BusinessException {@code jobs.parameter-missing}
   */
  public String parameter(String name) {
    String value = parameters.get(name);
    if (value == null || value.isBlank()) {
      throw JobsError.PARAMETER_MISSING.with(job, name);
    }
    return value;
  }
}
