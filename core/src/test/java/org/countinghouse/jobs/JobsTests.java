package org.countinghouse.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.countinghouse.access.Actor;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@RecordApplicationEvents
class JobsTests {

  @Autowired Jobs jobs;
  @Autowired TestOrganizations organizations;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEvents events;

  private Organization organization;

  @BeforeEach
  void anOrganization() {
    organization = organizations.german();
  }

  @Test
  void requestedRunWaitsForANode() {
    JobRun run = request();

    assertThat(run.state()).isEqualTo(JobState.REQUESTED);
    assertThat(run.parameters()).containsEntry("period", "2026-10");
    assertThat(run.requestedBy()).isEqualTo(new Actor("controller", "cfo"));
    assertThat(run.attempts()).isZero();
    assertThat(jobs.find(run.id())).contains(run);
    assertThat(events.stream(JobRequested.class).map(JobRequested::runId)).contains(run.id());
  }

  @Test
  void runThatAProcessOwnsAnnouncesNothing() {
    JobRun run = jobs.register(requestOf("test.close"));

    assertThat(events.stream(JobRequested.class).map(JobRequested::runId)).doesNotContain(run.id());
  }

  @Test
  void runWithoutRowErrorsIsCompleted() {
    JobRun run = started();

    assertThat(jobs.completed(run.id())).isEqualTo(JobOutcome.COMPLETED);
    assertThat(jobs.get(run.id()).state()).isEqualTo(JobState.COMPLETED);
    assertThat(jobs.get(run.id()).finishedAt()).isNotNull();
    assertThat(events.stream(JobFinished.class).map(JobFinished::runId)).contains(run.id());
  }

  @Test
  void runWithRowErrorsIsCompletedWithExceptions() {
    JobRun run = started();
    jobs.rowError(run.id(), new RowError("ledger.account-unknown", "line 17", "no account 4711"));

    assertThat(jobs.completed(run.id())).isEqualTo(JobOutcome.COMPLETED_WITH_EXCEPTIONS);
    assertThat(jobs.outcome(run.id())).contains(JobOutcome.COMPLETED_WITH_EXCEPTIONS);
    assertThat(jobs.get(run.id()).rowErrors()).isEqualTo(1);
    assertThat(jobs.rowErrors(run.id(), 10))
        .containsExactly(new RowError("ledger.account-unknown", "line 17", "no account 4711"));
  }

  @Test
  void completingTwiceTellsTheSameAndAnnouncesOnce() {
    JobRun run = started();

    jobs.completed(run.id());
    assertThat(jobs.completed(run.id())).isEqualTo(JobOutcome.COMPLETED);
    assertThat(events.stream(JobFinished.class).filter(e -> e.runId().equals(run.id()))).hasSize(1);
  }

  @Test
  void failedRunCanBeRetriedAndKeepsWhatItSetAside() {
    JobRun run = started();
    jobs.rowError(run.id(), new RowError("x.y", "1", "bad"));
    jobs.failed(run.id(), "disk full");
    assertThat(jobs.get(run.id()).error()).isEqualTo("disk full");
    assertThat(jobs.outcome(run.id())).isEmpty();

    JobRun again = jobs.started(run.id(), "node-b", "process-1");

    assertThat(again.state()).isEqualTo(JobState.RUNNING);
    assertThat(again.attempts()).isEqualTo(2);
    assertThat(again.worker()).isEqualTo("node-b");
    assertThat(again.error()).isNull();
    assertThat(jobs.completed(run.id())).isEqualTo(JobOutcome.COMPLETED_WITH_EXCEPTIONS);
  }

  @Test
  void completeRunIsNotStartedAgain() {
    JobRun run = started();
    jobs.completed(run.id());

    assertThatThrownBy(() -> jobs.started(run.id(), "node-b", "process-1"))
        .hasMessageContaining("completed already");
  }

  @Test
  void progressIsSeenWhileTheWorkIsStillUncommitted() {
    JobRun run = started();

    transaction.executeWithoutResult(
        status -> {
          jobs.rowError(run.id(), new RowError("x.y", "1", "bad"));
          jobs.progress(run.id(), "test.close/load", 500, 1000L);
          status.setRollbackOnly();
        });

    assertThat(jobs.steps(run.id()))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.done()).isEqualTo(500);
              assertThat(step.expected()).isEqualTo(1000);
              assertThat(step.finishedAt()).isNull();
            });
    assertThat(jobs.rowErrors(run.id(), 10)).as("set aside in the undone transaction").isEmpty();
  }

  @Test
  void stepsStandInTheOrderTheyBeganAndKeepWhatTheyExpect() {
    JobRun run = started();
    jobs.beginStep(run.id(), "test.close/a", 0, 10L);
    jobs.progress(run.id(), "test.close/a", 10, null);
    jobs.endStep(run.id(), "test.close/a");
    jobs.beginStep(run.id(), "test.close/b", 0, null);

    assertThat(jobs.steps(run.id()))
        .extracting(JobStep::step)
        .containsExactly("test.close/a", "test.close/b");
    assertThat(jobs.steps(run.id()).get(0).expected()).isEqualTo(10);
    assertThat(jobs.steps(run.id()).get(0).finishedAt()).isNotNull();
  }

  @Test
  void rateIsThatOfThePresentAttempt() {
    Instant began = Instant.parse("2026-11-22T10:00:00Z");
    var step = new JobStep("x/y", 900, 1900L, 500, began, began.plusSeconds(4), null);

    assertThat(step.rate()).hasValue(100);
    assertThat(step.remaining()).contains(Duration.ofSeconds(10));
  }

  @Test
  void manyRowErrorsAreKeptInOrder() {
    JobRun run = started();
    jobs.rowErrors(
        run.id(),
        IntStream.range(0, 2500).mapToObj(i -> new RowError("x.y", "line " + i, "bad")).toList());

    assertThat(jobs.get(run.id()).rowErrors()).isEqualTo(2500);
    assertThat(jobs.rowErrors(run.id(), 3))
        .extracting(RowError::place)
        .containsExactly("line 0", "line 1", "line 2");
  }

  @Test
  void listsTheNewestRunsOfTheGivenOrganizationsOnly() {
    JobRun first = request();
    JobRun second = jobs.register(requestOf("test.other"));
    organization = organizations.british();
    request();

    List<UUID> mine = List.of(first.organizationId());
    assertThat(jobs.list(JobRunFilter.of(mine)))
        .extracting(JobRun::id)
        .containsExactly(second.id(), first.id());
    assertThat(jobs.list(new JobRunFilter(mine, "test.other", JobState.REQUESTED, 10)))
        .extracting(JobRun::id)
        .containsExactly(second.id());
    assertThat(jobs.list(JobRunFilter.of(List.of()))).isEmpty();
  }

  @Test
  void unknownRunIsSaid() {
    assertThatThrownBy(() -> jobs.get(Ids.next())).hasMessageContaining("There is no job run");
  }

  private JobRun request() {
    return jobs.request(requestOf("test.close"));
  }

  private JobRun started() {
    return jobs.started(request().id(), "node-a", "process-1");
  }

  private JobRequest requestOf(String job) {
    return new JobRequest(
        job, organization.id(), Map.of("period", "2026-10"), new Actor("controller", "cfo"));
  }
}
