package org.countinghouse.workflows.jobs;

import java.util.UUID;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.JobState;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.JobsError;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Retries failed runs; setting an external task's retries in Cockpit does the same. */
@Component
public class JobRetries {

  private final Jobs jobs;
  private final JobLeases leases;
  private final Processes processes;
  private final JobWorkerLoop loop;

  JobRetries(Jobs jobs, JobLeases leases, Processes processes, JobWorkerLoop loop) {
    this.jobs = jobs;
    this.leases = leases;
    this.processes = processes;
    this.loop = loop;
  }

  /**
   * Lets a failed run go on where it stopped: its incident is resolved and the next free worker
   * takes it. Whether the caller may is the caller's to check.
   *
   * @throws BusinessException {@code jobs.unknown-run}, {@code jobs.not-failed}, {@code
   *     jobs.process-ended}
   */
  @Transactional(noRollbackFor = BusinessException.class)
  public JobRun retry(UUID runId) {
    JobRun run = jobs.get(runId);
    if (run.state() != JobState.FAILED) {
      throw JobsError.NOT_FAILED.with(runId, run.state().text());
    }
    return processes.asSystem(
        () -> {
          ExternalTask task =
              leases.find(runId).orElseThrow(() -> JobsError.PROCESS_ENDED.with(runId));
          JobRun requested = jobs.retried(runId);
          leases.retry(task.getId());
          loop.wakeAfterCommit();
          return requested;
        });
  }
}
