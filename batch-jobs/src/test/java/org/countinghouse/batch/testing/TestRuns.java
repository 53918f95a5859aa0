package org.countinghouse.batch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.jobs.JobOutcome;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.RowError;
import org.countinghouse.jobs.spi.JobRunner;
import org.countinghouse.jobs.spi.RunnerReport.State;
import org.springframework.stereotype.Component;

/** Runs jobs in tests as the bridge in the engine does, and waits for their end. */
@Component
public class TestRuns {

  private final Jobs jobs;
  private final JobRunner runner;

  TestRuns(Jobs jobs, JobRunner runner) {
    this.jobs = jobs;
    this.runner = runner;
  }

  /** How a run ended. */
  public record Ended(UUID runId, State state, JobOutcome outcome, List<RowError> rowErrors) {}

  /** Runs a job to its end, which must not be a failure. */
  public Ended run(String job, UUID organizationId, Map<String, String> parameters) {
    return run(job, organizationId, parameters, Actor.system("test"));
  }

  /** Runs a job for somebody to its end, which must not be a failure. */
  public Ended run(String job, UUID organizationId, Map<String, String> parameters, Actor by) {
    JobRun run = jobs.register(new JobRequest(job, organizationId, parameters, by));
    runner.start(run);
    Instant until = Instant.now().plus(Duration.ofSeconds(60));
    while (List.of(State.RUNNING, State.ABSENT).contains(runner.report(run).state())) {
      assertThat(Instant.now()).isBefore(until);
      Thread.onSpinWait();
    }
    State state = runner.report(run).state();
    assertThat(state).as(runner.report(run).toString()).isEqualTo(State.COMPLETED);
    jobs.started(run.id(), "node", "test");
    return new Ended(run.id(), state, jobs.completed(run.id()), jobs.rowErrors(run.id(), 100));
  }
}
