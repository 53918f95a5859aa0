package org.countinghouse.jobs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface JobRunMapper {

  int insert(JobRunRow run);

  @Nullable JobRunRow find(@Param("id") UUID id);

  List<JobRunRow> list(
      @Param("organizationIds") List<UUID> organizationIds,
      @Param("job") @Nullable String job,
      @Param("state") @Nullable String state,
      @Param("limit") int limit);

  /** Holds the row until the transaction ends, so that two endings cannot cross. */
  @Nullable Integer lockById(@Param("id") UUID id);

  /** Returns 0 when the run is complete (or not there). */
  int start(
      @Param("id") UUID id,
      @Param("worker") String worker,
      @Param("origin") String origin,
      @Param("now") Instant now);

  int finish(
      @Param("id") UUID id,
      @Param("state") String state,
      @Param("error") @Nullable String error,
      @Param("now") Instant now);

  /** Returns 0 when the run has not failed (or is not there). */
  int retry(@Param("id") UUID id);

  List<JobStep> listSteps(@Param("runId") UUID runId);

  List<StepRow> listStepsOfRuns(@Param("runIds") List<UUID> runIds);

  int beginStep(
      @Param("runId") UUID runId,
      @Param("step") String step,
      @Param("done") long done,
      @Param("expected") @Nullable Long expected,
      @Param("now") Instant now);

  int upsertStep(
      @Param("runId") UUID runId,
      @Param("step") String step,
      @Param("done") long done,
      @Param("expected") @Nullable Long expected,
      @Param("now") Instant now);

  int endStep(@Param("runId") UUID runId, @Param("step") String step, @Param("now") Instant now);

  List<RowError> listRowErrors(@Param("runId") UUID runId, @Param("limit") int limit);

  int insertRowErrors(
      @Param("runId") UUID runId,
      @Param("errors") List<RowErrorRow> errors,
      @Param("now") Instant now);

  /** A step with the run it belongs to. */
  record StepRow(
      UUID runId,
      String name,
      long done,
      @Nullable Long expected,
      long doneBefore,
      Instant startedAt,
      Instant reportedAt,
      @Nullable Instant finishedAt) {

    JobStep step() {
      return new JobStep(name, done, expected, doneBefore, startedAt, reportedAt, finishedAt);
    }
  }

  /** A row error with its own id. */
  record RowErrorRow(UUID id, String code, String place, String message) {}
}
