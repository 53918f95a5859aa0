package org.countinghouse.workflows.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.JobsError;
import org.countinghouse.jobs.spi.JobRunner;
import org.countinghouse.jobs.spi.RunnerReport;
import org.countinghouse.jobs.spi.RunnerReport.State;
import org.springframework.stereotype.Component;

/**
 * Stands in for the batch jobs, which this module does not have: a run goes on until the test says
 * how it ends.
 */
@Component
public class ScriptedJobs implements JobRunner {

  private final Map<UUID, RunnerReport> reports = new ConcurrentHashMap<>();
  private final List<UUID> starts = new CopyOnWriteArrayList<>();
  private volatile int capacity = 100;

  @Override
  public Set<String> jobs() {
    return Set.of("test.job");
  }

  @Override
  public int capacity() {
    return capacity;
  }

  /** Sets how many more runs this node takes. */
  public void setCapacity(int runs) {
    capacity = runs;
  }

  @Override
  public void start(JobRun run) {
    if (!jobs().contains(run.job())) {
      throw JobsError.UNKNOWN_JOB.with(run.job());
    }
    if (report(run).state() != State.COMPLETED) {
      starts.add(run.id());
      reports.put(run.id(), RunnerReport.of(State.RUNNING));
    }
  }

  @Override
  public RunnerReport report(JobRun run) {
    return reports.getOrDefault(run.id(), RunnerReport.of(State.ABSENT));
  }

  @Override
  public void stop(JobRun run) {
    reports.computeIfPresent(run.id(), (id, report) -> RunnerReport.of(State.STOPPED));
  }

  /** Says how the run stands from now on. */
  public void tell(UUID runId, RunnerReport report) {
    reports.put(runId, report);
  }

  /** How often work on the run began. */
  public long startsOf(UUID runId) {
    return starts.stream().filter(runId::equals).count();
  }
}
