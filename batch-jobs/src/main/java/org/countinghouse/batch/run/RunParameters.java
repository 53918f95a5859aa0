package org.countinghouse.batch.run;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.countinghouse.access.Actor;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.JobsError;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.StepExecution;

/**
 * What a job knows about its run. Only the run's id identifies the batch instance: the same run
 * restarted continues, a new run with the same parameters begins anew.
 */
public record RunParameters(String job, JobParameters parameters) {

  static final String RUN_ID = "runId";
  static final String ORGANIZATION_ID = "organizationId";
  static final String REQUESTED_BY = "requestedBy";

  /** The parameters of the run a step belongs to. */
  public static RunParameters of(StepExecution step) {
    return new RunParameters(
        step.getJobExecution().getJobInstance().getJobName(), step.getJobParameters());
  }

  static JobParameters of(JobRun run) {
    var parameters = new JobParametersBuilder();
    run.parameters().forEach((name, value) -> parameters.addString(name, value, false));
    return parameters
        .addString(RUN_ID, run.id().toString(), true)
        .addString(ORGANIZATION_ID, run.organizationId().toString(), false)
        .addString(REQUESTED_BY, run.requestedBy().username(), false)
        .toJobParameters();
  }

  /** The run. */
  public UUID runId() {
    return UUID.fromString(require(RUN_ID));
  }

  /** Whose data the job works on. */
  public UUID organizationId() {
    return UUID.fromString(require(ORGANIZATION_ID));
  }

  /** Who answers for the run. */
  public Actor requestedBy() {
    return new Actor(require(REQUESTED_BY), null);
  }

  /** A parameter that may be left out. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(parameters.getString(name)).filter(value -> !value.isBlank());
  }

  /**
   * A parameter the job cannot do without.
   *
   * @throws org.countinghouse.errors.BusinessException {@code jobs.parameter-missing}
   */
  public String require(String name) {
    return get(name).orElseThrow(() -> JobsError.PARAMETER_MISSING.with(job, name));
  }

  /**
   * A month such as {@code 2026-10}.
   *
   * @throws org.countinghouse.errors.BusinessException {@code jobs.parameter-missing}, {@code
   *     jobs.parameter-invalid}
   */
  public YearMonth requireMonth(String name) {
    return parsed(name, YearMonth::parse, "a month is written 2026-10");
  }

  /**
   * A date such as {@code 2026-10-31}.
   *
   * @throws org.countinghouse.errors.BusinessException {@code jobs.parameter-missing}, {@code
   *     jobs.parameter-invalid}
   */
  public LocalDate requireDate(String name) {
    return parsed(name, LocalDate::parse, "a date is written 2026-10-31");
  }

  /**
   * An id.
   *
   * @throws org.countinghouse.errors.BusinessException {@code jobs.parameter-missing}, {@code
   *     jobs.parameter-invalid}
   */
  public UUID requireId(String name) {
    return parsed(name, UUID::fromString, "it must be an id");
  }

  /**
   * The last day of a run that does everything due up to then: {@code until}, or else the end of
   * {@code period}.
   *
   * @throws org.countinghouse.errors.BusinessException {@code jobs.parameter-missing}, {@code
   *     jobs.parameter-invalid}
   */
  public LocalDate until() {
    return get("until").isPresent() ? requireDate("until") : requireMonth("period").atEndOfMonth();
  }

  private <T> T parsed(String name, Function<String, T> parser, String rule) {
    String value = require(name);
    try {
      return parser.apply(value);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw JobsError.PARAMETER_INVALID.with(job, name, rule);
    }
  }
}
