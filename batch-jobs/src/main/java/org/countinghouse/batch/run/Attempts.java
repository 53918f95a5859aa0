package org.countinghouse.batch.run;

import java.time.Clock;
import java.time.LocalDateTime;
import org.countinghouse.jobs.spi.RunnerReport;
import org.countinghouse.jobs.spi.RunnerReport.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobExecutionException;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** Executes an attempt, and declares those of dead nodes dead. */
@Component
class Attempts {

  private static final Logger log = LoggerFactory.getLogger(Attempts.class);

  private final JobRepository repository;
  private final Clock clock;

  Attempts(JobRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /** Whether the repository believes that somebody works on it. */
  static boolean isOpen(JobExecution execution) {
    BatchStatus status = execution.getStatus();
    return status.isRunning() || status == BatchStatus.STOPPING || status == BatchStatus.UNKNOWN;
  }

  /** Does the work on the calling thread and notes how it ended; throws nothing. */
  void execute(Attempt attempt, Job job, JobParameters parameters) {
    if (attempt.isStopped()) {
      attempt.ended(RunnerReport.of(State.STOPPED));
      return;
    }
    try {
      job.getJobParametersValidator().validate(parameters);
      JobExecution execution = repository.createJobExecution(job.getName(), parameters);
      attempt.began(execution);
      job.execute(execution);
      attempt.ended(Failures.report(execution));
    } catch (JobExecutionException | RuntimeException e) {
      log.error("Job run {} ({}) could not be executed", attempt.runId(), job.getName(), e);
      attempt.ended(Failures.report(e));
    }
  }

  /**
   * Closes an execution whose process is gone, so that it can be continued. From here on a process
   * that is only slow cannot commit a chunk any more.
   */
  void declareDead(JobExecution execution) {
    log.warn(
        "Execution {} of {} was left open by a node that is gone; its run continues here",
        execution.getId(),
        execution.getJobInstance().getJobName());
    LocalDateTime now = LocalDateTime.now(clock.withZone(java.time.ZoneId.systemDefault()));
    for (StepExecution step : execution.getStepExecutions()) {
      if (step.getStatus().isRunning()
          || step.getStatus() == BatchStatus.STOPPING
          || step.getStatus() == BatchStatus.UNKNOWN) {
        step.setStatus(BatchStatus.FAILED);
        step.setExitStatus(ExitStatus.FAILED.addExitDescription("The node is gone."));
        step.setEndTime(now);
        repository.update(step);
      }
    }
    execution.setStatus(BatchStatus.FAILED);
    execution.setExitStatus(ExitStatus.FAILED.addExitDescription("The node is gone."));
    execution.setEndTime(now);
    repository.update(execution);
  }
}
