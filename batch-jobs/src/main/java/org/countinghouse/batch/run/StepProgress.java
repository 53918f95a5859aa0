package org.countinghouse.batch.run;

import java.util.List;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.RowError;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * How a step tells how far it is. Chunk steps need not: they are watched. They may call {@link
 * #expect} so that people see how much is left. A step that works in sets calls {@link #report}.
 */
@Component
public class StepProgress {

  private static final String EXPECTED = "countinghouse.expected";

  private final Jobs jobs;
  private final JobRepository repository;

  StepProgress(Jobs jobs, JobRepository repository) {
    this.jobs = jobs;
    this.repository = repository;
  }

  /** Says how many rows the step will do in all; kept over restarts. */
  public void expect(StepExecution step, long rows) {
    step.getExecutionContext().putLong(EXPECTED, rows);
  }

  /**
   * Tells how far a step is that counts by itself. Visible at once, even within a long transaction;
   * every second is often enough.
   *
   * @param done rows done, over all attempts
   */
  public void report(StepExecution step, long done) {
    jobs.progress(RunParameters.of(step).runId(), step.getStepName(), done, expected(step));
  }

  /** Sets rows aside; commits with the transaction that leaves them out. */
  public void setAside(StepExecution step, List<RowError> errors) {
    jobs.rowErrors(RunParameters.of(step).runId(), errors);
  }

  void begin(StepExecution step) {
    jobs.beginStep(
        RunParameters.of(step).runId(), step.getStepName(), doneBefore(step), expected(step));
  }

  void chunkDone(StepExecution step) {
    long done = done(step);
    if (done > 0) { // a step that counts by itself leaves the batch framework's counters alone
      report(step, doneBefore(step) + done);
    }
  }

  void end(StepExecution step) {
    chunkDone(step);
    if (step.getStatus() == org.springframework.batch.core.BatchStatus.COMPLETED) {
      jobs.endStep(RunParameters.of(step).runId(), step.getStepName());
    }
  }

  private static @Nullable Long expected(StepExecution step) {
    return step.getExecutionContext().containsKey(EXPECTED)
        ? step.getExecutionContext().getLong(EXPECTED)
        : null;
  }

  /** What earlier attempts of this step committed. */
  private long doneBefore(StepExecution step) {
    return repository.findJobExecutions(step.getJobExecution().getJobInstance()).stream()
        .flatMap(execution -> execution.getStepExecutions().stream())
        .filter(earlier -> earlier.getStepName().equals(step.getStepName()))
        .filter(earlier -> !earlier.getId().equals(step.getId()))
        .mapToLong(StepProgress::done)
        .sum();
  }

  private static long done(StepExecution step) {
    return step.getWriteCount()
        + step.getFilterCount()
        + step.getReadSkipCount()
        + step.getProcessSkipCount()
        + step.getWriteSkipCount();
  }
}
