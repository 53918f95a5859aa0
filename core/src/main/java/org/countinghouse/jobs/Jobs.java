package org.countinghouse.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.jobs.JobRunMapper.StepRow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The journal of job runs: asked for here, reported to by whoever does the work, read by everybody.
 *
 * <p>Life of a run: requested → running → completed | completed with exceptions | failed; a failed
 * run that is retried is running again and keeps its progress and its row errors.
 */
@Service
public class Jobs {

  private final JobRunMapper runs;
  private final JobParametersFormat format;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Jobs(
      JobRunMapper runs,
      JobParametersFormat format,
      ApplicationEventPublisher events,
      Clock clock) {
    this.runs = runs;
    this.format = format;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Asks for a run that no process owns; {@link JobRequested} makes the engine take it. Whether the
   * caller may ask is the caller's to check.
   */
  @Transactional(noRollbackFor = BusinessException.class)
  public JobRun request(JobRequest request) {
    JobRun run = register(request);
    events.publishEvent(
        new JobRequested(run.id(), run.organizationId(), run.job(), run.requestedBy()));
    return run;
  }

  /** Notes a run that a process owns already and will have worked on itself: no event. */
  @Transactional(noRollbackFor = BusinessException.class)
  public JobRun register(JobRequest request) {
    UUID id = Ids.next();
    runs.insert(
        new JobRunRow(
            id,
            request.organizationId(),
            request.job(),
            format.write(request.parameters()),
            JobState.REQUESTED.text(),
            request.requestedBy().username(),
            request.requestedBy().onBehalfOf(),
            clock.instant(),
            0,
            null,
            null,
            null,
            null,
            null,
            0));
    return get(id);
  }

  /** The run of this id, where there is one. */
  @Transactional(readOnly = true)
  public Optional<JobRun> find(UUID runId) {
    return Optional.ofNullable(runs.find(runId)).map(format::run);
  }

  /**
   * The run of this id.
   *
   * @throws BusinessException {@code jobs.unknown-run}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public JobRun get(UUID runId) {
    return find(runId).orElseThrow(() -> JobsError.UNKNOWN_RUN.with(runId));
  }

  /** The newest runs first. */
  @Transactional(readOnly = true)
  public List<JobRun> list(JobRunFilter filter) {
    if (filter.organizationIds().isEmpty()) {
      return List.of();
    }
    @Nullable String state = filter.state() == null ? null : filter.state().text();
    return runs.list(filter.organizationIds(), filter.job(), state, filter.limit()).stream()
        .map(format::run)
        .toList();
  }

  /** The steps of a run in the order they began. */
  @Transactional(readOnly = true)
  public List<JobStep> steps(UUID runId) {
    return runs.listSteps(runId);
  }

  /** The steps of several runs, by run; one query. */
  @Transactional(readOnly = true)
  public Map<UUID, List<JobStep>> steps(Collection<UUID> runIds) {
    if (runIds.isEmpty()) {
      return Map.of();
    }
    return runs.listStepsOfRuns(List.copyOf(runIds)).stream()
        .collect(
            Collectors.groupingBy(
                StepRow::runId, Collectors.mapping(StepRow::step, Collectors.toList())));
  }

  /** The rows that were set aside, the first ones, at most {@code limit}. */
  @Transactional(readOnly = true)
  public List<RowError> rowErrors(UUID runId, int limit) {
    return runs.listRowErrors(runId, limit);
  }

  /** How the run ended; empty while it has not, and when it failed. */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Optional<JobOutcome> outcome(UUID runId) {
    return switch (get(runId).state()) {
      case COMPLETED -> Optional.of(JobOutcome.COMPLETED);
      case COMPLETED_WITH_EXCEPTIONS -> Optional.of(JobOutcome.COMPLETED_WITH_EXCEPTIONS);
      case REQUESTED, RUNNING, FAILED -> Optional.empty();
    };
  }

  /**
   * Tells how far a step is. Visible at once: it commits by itself, also from within a long
   * transaction, so a step should tell every second or so, not every row.
   *
   * @param done rows done, over all attempts
   * @param expected rows in all, or null where nobody can know
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void progress(UUID runId, String step, long done, @Nullable Long expected) {
    runs.upsertStep(runId, step, done, expected, clock.instant());
  }

  /**
   * Marks the beginning of a step in this attempt, from which its rate is counted.
   *
   * @param done rows that earlier attempts did
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void beginStep(UUID runId, String step, long done, @Nullable Long expected) {
    runs.beginStep(runId, step, done, expected, clock.instant());
  }

  /** Marks the end of a step that is done. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void endStep(UUID runId, String step) {
    runs.endStep(runId, step, clock.instant());
  }

  /** Sets one row aside; commits with the work that leaves it out. */
  @Transactional
  public void rowError(UUID runId, RowError error) {
    rowErrors(runId, List.of(error));
  }

  /** Sets rows aside; commits with the work that leaves them out. */
  @Transactional
  public void rowErrors(UUID runId, List<RowError> errors) {
    Instant now = clock.instant();
    List<JobRunMapper.RowErrorRow> rows =
        errors.stream()
            .map(e -> new JobRunMapper.RowErrorRow(Ids.next(), e.code(), e.place(), e.message()))
            .toList();
    int batch = 1000; // one statement's parameters are limited
    for (int from = 0; from < rows.size(); from += batch) {
      runs.insertRowErrors(runId, rows.subList(from, Math.min(rows.size(), from + batch)), now);
    }
  }

  /**
   * Notes that a node begins to work on the run. Only the holder of the lease calls this.
   *
   * @param worker the node
   * @param origin what the run belongs to: the id of the process instance
   * @throws BusinessException {@code jobs.already-finished} when the run is complete
   */
  @Transactional(noRollbackFor = BusinessException.class)
  public JobRun started(UUID runId, String worker, String origin) {
    if (runs.start(runId, worker, origin, clock.instant()) == 0) {
      throw JobsError.ALREADY_FINISHED.with(runId, get(runId).state().text());
    }
    return get(runId);
  }

  /** Notes that all work is done. Safe to repeat. */
  @Transactional
  public JobOutcome completed(UUID runId) {
    runs.lockById(runId);
    JobRun run = get(runId);
    if (run.state() == JobState.REQUESTED || run.state() == JobState.RUNNING) {
      finish(
          run,
          run.rowErrors() == 0 ? JobState.COMPLETED : JobState.COMPLETED_WITH_EXCEPTIONS,
          null);
    }
    return outcome(runId)
        .orElseThrow(() -> JobsError.ALREADY_FINISHED.with(runId, run.state().text()));
  }

  /** Notes that the attempt ended by an error. The run can be retried. Safe to repeat. */
  @Transactional
  public void failed(UUID runId, String error) {
    runs.lockById(runId);
    JobRun run = get(runId);
    if (!run.state().isFinished()) {
      finish(run, JobState.FAILED, error);
    }
  }

  /**
   * Notes that a failed run is to be tried again; it waits for a node as if newly requested.
   *
   * @throws BusinessException {@code jobs.unknown-run}, {@code jobs.not-failed}
   */
  @Transactional(noRollbackFor = BusinessException.class)
  public JobRun retried(UUID runId) {
    if (runs.retry(runId) == 0) {
      throw JobsError.NOT_FAILED.with(runId, get(runId).state().text());
    }
    return get(runId);
  }

  private void finish(JobRun run, JobState state, @Nullable String error) {
    runs.finish(run.id(), state.text(), error, clock.instant());
    events.publishEvent(new JobFinished(run.id(), run.organizationId(), run.job(), state));
  }
}
