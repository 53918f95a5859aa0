package org.countinghouse.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.countinghouse.access.Actor;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.jobs.JobOutcome;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.RowError;
import org.countinghouse.jobs.spi.RunnerReport;
import org.countinghouse.jobs.spi.RunnerReport.State;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class BatchJobRunnerTests {

  @Autowired BatchJobRunner runner;
  @Autowired List<org.springframework.batch.core.Job> batchJobs;
  @Autowired JobRepository repository;
  @Autowired Attempts attempts;
  @Autowired CountingJob.Levers levers;
  @Autowired Jobs jobs;
  @Autowired TestOrganizations organizations;
  @Autowired JdbcTemplate jdbc;
  @Autowired OwnerRole owner;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void anEmptyTable() {
    levers.reset();
    transaction.executeWithoutResult(
        status -> {
          owner.assume();
          jdbc.execute(
              "create table if not exists batch.counted (run_id uuid not null, number int)");
        });
  }

  @Test
  void runsEveryRowAndTellsHowFarItIs() {
    JobRun run = run(25);

    runner.start(run);

    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(counted(run)).isEqualTo(numbers(25));
    assertThat(jobs.steps(run.id()))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.step()).isEqualTo("test.count/count-rows");
              assertThat(step.done()).isEqualTo(25);
              assertThat(step.expected()).isEqualTo(25);
              assertThat(step.finishedAt()).isNotNull();
            });
  }

  @Test
  void badRowIsSetAsideAndTheOthersGoOn() {
    JobRun run = run(25, Map.of("refuse", "13"));

    runner.start(run);

    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(counted(run)).hasSize(24).doesNotContain(13);
    assertThat(jobs.rowErrors(run.id(), 10))
        .extracting(RowError::place, RowError::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("number 13", "jobs.parameter-invalid"));
    jobs.started(run.id(), "node", "process");
    assertThat(jobs.completed(run.id())).isEqualTo(JobOutcome.COMPLETED_WITH_EXCEPTIONS);
  }

  @Test
  void failedRunContinuesWhereItsLastChunkCommitted() {
    JobRun run = run(50);
    levers.breakAt = 27;

    runner.start(run);
    assertThat(end(run)).isEqualTo(State.FAILED);
    assertThat(runner.report(run).error()).isEqualTo("IllegalStateException: broken at 27");
    assertThat(runner.report(run).passing()).isFalse();
    assertThat(counted(run)).isEqualTo(numbers(20));

    runner.start(run);
    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(counted(run)).isEqualTo(numbers(50));
    assertThat(jobs.steps(run.id()).get(0))
        .satisfies(
            step -> {
              assertThat(step.doneBefore()).isEqualTo(20);
              assertThat(step.done()).isEqualTo(50);
            });
  }

  @Test
  void startingARunThatIsWorkedOnOrDoneChangesNothing() {
    JobRun run = run(30);
    levers.waitAt = 15;
    runner.start(run);
    CountingJob.Levers.await(levers.arrived);

    runner.start(run);
    assertThat(runner.report(run).state()).isEqualTo(State.RUNNING);
    levers.release.countDown();
    assertThat(end(run)).isEqualTo(State.COMPLETED);

    runner.start(run);
    assertThat(runner.report(run).state()).isEqualTo(State.COMPLETED);
    assertThat(counted(run)).isEqualTo(numbers(30));
  }

  @Test
  void stoppedRunEndsAtItsSavePointAndContinuesLater() {
    JobRun run = run(40);
    levers.waitAt = 12;
    runner.start(run);
    CountingJob.Levers.await(levers.arrived);

    runner.stop(run);
    levers.release.countDown();

    assertThat(end(run)).isEqualTo(State.STOPPED);
    assertThat(counted(run)).isEqualTo(numbers(20));
    runner.start(run);
    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(counted(run)).isEqualTo(numbers(40));
  }

  @Test
  void otherNodeTakesOverAndTheSlowOneCannotCommitAnyMore() {
    JobRun run = run(60);
    levers.waitAt = 33;
    runner.start(run);
    CountingJob.Levers.await(levers.arrived);
    var otherNode = new BatchJobRunner(batchJobs, repository, attempts, 1);
    assertThat(otherNode.report(run).state()).isEqualTo(State.ELSEWHERE);

    // the lease has run out: the other node may start, though the first hangs in its fourth chunk
    otherNode.start(run);
    assertThat(end(otherNode, run)).isEqualTo(State.COMPLETED);
    levers.release.countDown();

    assertThat(end(run)).as("the slow node").isNotEqualTo(State.COMPLETED);
    assertThat(otherNode.report(run).state()).isEqualTo(State.COMPLETED);
    assertThat(counted(run)).as("every row exactly once").isEqualTo(numbers(60));
    otherNode.shutDown();
  }

  @Test
  void missingParameterFailsTheRunAndSaysSo() {
    JobRun run = jobs.register(request(Map.of()));

    runner.start(run);

    assertThat(end(run)).isEqualTo(State.FAILED);
  }

  @Test
  void unknownJobIsRefused() {
    JobRun run =
        jobs.register(
            new JobRequest(
                "test.nothing", organizations.german().id(), Map.of(), Actor.system("test")));

    assertThatThrownBy(() -> runner.start(run)).hasMessageContaining("There is no job");
    assertThat(runner.report(run)).isEqualTo(RunnerReport.of(State.ABSENT));
  }

  private State end(JobRun run) {
    return end(runner, run);
  }

  private static State end(BatchJobRunner runner, JobRun run) {
    Instant until = Instant.now().plus(Duration.ofSeconds(30));
    while (runner.report(run).state() == State.RUNNING) {
      assertThat(Instant.now()).isBefore(until);
      Thread.onSpinWait();
    }
    return runner.report(run).state();
  }

  private JobRun run(int rows) {
    return run(rows, Map.of());
  }

  private JobRun run(int rows, Map<String, String> more) {
    Map<String, String> parameters = new HashMap<>(more);
    parameters.put("rows", Integer.toString(rows));
    return jobs.register(request(parameters));
  }

  private JobRequest request(Map<String, String> parameters) {
    return new JobRequest(
        CountingJob.NAME, organizations.german().id(), parameters, Actor.system("test"));
  }

  private List<Integer> counted(JobRun run) {
    return jdbc.queryForList(
        "select number from batch.counted where run_id = ? order by number",
        Integer.class,
        run.id());
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
