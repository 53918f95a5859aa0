package org.countinghouse.jobs.spi;

import org.jspecify.annotations.Nullable;

/**
 * How a run stands on the node that was asked.
 *
 * @param state where it is
 * @param error what went wrong, for people; only with {@link State#FAILED}
 * @param passing whether the same work may well succeed a little later (a deadlock, a lost
 *     connection), so that it is tried again before anybody is called
 */
public record RunnerReport(State state, @Nullable String error, boolean passing) {

  /** A report without an error. */
  public static RunnerReport of(State state) {
    return new RunnerReport(state, null, false);
  }

  /** Where a run is. */
  public enum State {
    /** Never started. */
    ABSENT,
    /** Worked on by this very process. */
    RUNNING,
    /** Started and not ended, but not by this process: its node died, or still works on it. */
    ELSEWHERE,
    /** Done. */
    COMPLETED,
    /** Ended by an error. */
    FAILED,
    /** Stopped on request. */
    STOPPED
  }
}
