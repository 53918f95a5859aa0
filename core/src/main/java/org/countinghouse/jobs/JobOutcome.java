package org.countinghouse.jobs;

/**
 * How a run ended, as a process branches on it: the value of its variable {@code jobOutcome} is the
 * name. A failed run has none; it is an incident until somebody retries it.
 */
public enum JobOutcome {
  /** Nothing was set aside. */
  COMPLETED,
  /** Rows were set aside. */
  COMPLETED_WITH_EXCEPTIONS
}
