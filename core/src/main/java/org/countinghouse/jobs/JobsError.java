package org.countinghouse.jobs;

import org.countinghouse.errors.ErrorCode;

/** Ids are API: HTTP problems, incidents, row errors. Never reuse one. */
public enum JobsError implements ErrorCode {
  UNKNOWN_JOB(
      "jobs.unknown-job", 404, "There is no job %s: ask for one of those that 'job list' shows."),
  UNKNOWN_RUN(
      "jobs.unknown-run", 404, "There is no job run %s: look for its id in the list of runs."),
  UNKNOWN_STATE(
      "jobs.unknown-state",
      422,
      "%s is no state of a job run: use requested, running, completed, completed-with-exceptions or"
          + " failed."),
  PARAMETER_MISSING("jobs.parameter-missing", 422, "To run %s give it the parameter %s."),
  PARAMETER_INVALID("jobs.parameter-invalid", 422, "To run %s correct the parameter %s: %s."),
  NOT_FAILED(
      "jobs.not-failed",
      409,
      "Job run %s is %s: only a failed run can be retried, so wait for it."),
  PROCESS_ENDED(
      "jobs.process-ended",
      409,
      "The process that job run %s belonged to has ended: ask for a new run instead."),
  ALREADY_FINISHED(
      "jobs.already-finished", 409, "Job run %s is %s already: ask for a new run instead.");

  private final String id;
  private final int httpStatus;
  private final String text;

  JobsError(String id, int httpStatus, String text) {
    this.id = id;
    this.httpStatus = httpStatus;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int httpStatus() {
    return httpStatus;
  }

  @Override
  public String text() {
    return text;
  }
}
