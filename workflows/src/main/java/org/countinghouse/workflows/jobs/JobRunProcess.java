package org.countinghouse.workflows.jobs;

import java.util.Map;
import org.countinghouse.jobs.JobRequested;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives a run that no process owns the process {@code job-run}. */
@Component
class JobRunProcess {

  static final String KEY = "job-run";

  private final Processes processes;
  private final JobWorkerLoop loop;

  JobRunProcess(Processes processes, JobWorkerLoop loop) {
    this.processes = processes;
    this.loop = loop;
  }

  /** In the requesting transaction: there is never a run without its process. */
  @EventListener
  void start(JobRequested event) {
    String runId = event.runId().toString();
    processes.start(
        KEY, event.organizationId(), runId, Map.of(JobTask.RUN_ID, runId, "job", event.job()));
    loop.wakeAfterCommit();
  }
}
