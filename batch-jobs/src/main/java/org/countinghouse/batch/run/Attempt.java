package org.countinghouse.batch.run;

import java.util.UUID;
import org.countinghouse.jobs.spi.RunnerReport;
import org.countinghouse.jobs.spi.RunnerReport.State;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.StepExecution;

/** One attempt at a run in this process, from the moment it waits for a thread. */
class Attempt {

  private final UUID runId;
  private @Nullable JobExecution execution;
  private boolean stopped;
  private RunnerReport report = RunnerReport.of(State.RUNNING);

  Attempt(UUID runId) {
    this.runId = runId;
  }

  UUID runId() {
    return runId;
  }

  synchronized boolean isRunning() {
    return report.state() == State.RUNNING;
  }

  synchronized RunnerReport report() {
    return report;
  }

  /** Whether the attempt was stopped while it waited for its thread. */
  synchronized boolean isStopped() {
    return stopped;
  }

  synchronized void began(JobExecution begun) {
    execution = begun;
    if (stopped) {
      stop(begun);
    }
  }

  synchronized void ended(RunnerReport how) {
    report = how;
  }

  /** Takes effect after the running chunk; in memory only, so it cannot collide with the chunk. */
  synchronized void stop() {
    stopped = true;
    if (execution != null) {
      stop(execution);
    }
  }

  private static void stop(JobExecution execution) {
    execution.setStatus(BatchStatus.STOPPING);
    execution.getStepExecutions().forEach(StepExecution::setTerminateOnly);
  }
}
