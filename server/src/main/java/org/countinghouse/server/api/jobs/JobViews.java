package org.countinghouse.server.api.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.JobStep;
import org.countinghouse.jobs.RowError;
import org.jspecify.annotations.Nullable;

/** What job runs look like from outside. */
final class JobViews {

  private JobViews() {}

  /**
   * A wish to run a job.
   *
   * @param parameters the job's own, such as {@code {"period": "2026-10"}}
   */
  record StartJob(@Nullable Map<String, String> parameters) {}

  /**
   * A run.
   *
   * @param processInstance what carries it in the engine; null before a node has taken it
   * @param rowErrorCount how many rows were set aside
   * @param steps how far it is, the steps in the order they began
   * @param rowErrors the first rows set aside; empty in lists
   */
  record RunView(
      UUID id,
      String job,
      String organization,
      Map<String, String> parameters,
      String state,
      String requestedBy,
      @Nullable String onBehalfOf,
      Instant requestedAt,
      int attempts,
      @Nullable String worker,
      @Nullable String processInstance,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable String error,
      long rowErrorCount,
      List<StepView> steps,
      List<RowError> rowErrors) {

    static RunView of(
        JobRun run, String organization, List<JobStep> steps, List<RowError> rowErrors) {
      return new RunView(
          run.id(),
          run.job(),
          organization,
          run.parameters(),
          run.state().text(),
          run.requestedBy().username(),
          run.requestedBy().onBehalfOf(),
          run.requestedAt(),
          run.attempts(),
          run.worker(),
          run.origin(),
          run.startedAt(),
          run.finishedAt(),
          run.error(),
          run.rowErrors(),
          steps.stream().map(StepView::of).toList(),
          rowErrors);
    }
  }

  /**
   * How far a step is.
   *
   * @param name without the job's name
   * @param done rows done, over all attempts
   * @param expected rows in all; null where the step cannot tell
   * @param ratePerSecond rows a second in the present attempt; null where nothing can be told yet
   * @param remainingSeconds how long it will still take at that rate
   */
  record StepView(
      String name,
      long done,
      @Nullable Long expected,
      @Nullable Long ratePerSecond,
      @Nullable Long remainingSeconds,
      Instant startedAt,
      @Nullable Instant finishedAt) {

    static StepView of(JobStep step) {
      return new StepView(
          step.step().substring(step.step().indexOf('/') + 1),
          step.done(),
          step.expected(),
          step.rate().isPresent() ? step.rate().getAsLong() : null,
          step.remaining().map(Duration::toSeconds).orElse(null),
          step.startedAt(),
          step.finishedAt());
    }
  }
}
