package org.countinghouse.jobs;

import java.util.Arrays;
import java.util.Locale;

/** Where a run is in its life. */
public enum JobState {
  /** Asked for; no node has taken it yet. */
  REQUESTED,
  /** A node works on it, or died doing so and another will take it over. */
  RUNNING,
  /** Done, nothing set aside. */
  COMPLETED,
  /** Done, but rows were set aside: see the run's row errors. */
  COMPLETED_WITH_EXCEPTIONS,
  /** Ended by an error. It can be retried and continues where it stopped. */
  FAILED;

  /** The state as people and the API write it, such as {@code completed-with-exceptions}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether nothing more happens unless somebody retries. */
  public boolean isFinished() {
    return this == COMPLETED || this == COMPLETED_WITH_EXCEPTIONS || this == FAILED;
  }

  /**
   * The state of this text.
   *
   * @throws org.countinghouse.errors.BusinessException {@code jobs.unknown-state}
   */
  public static JobState of(String text) {
    return Arrays.stream(values())
        .filter(state -> state.text().equals(text))
        .findFirst()
        .orElseThrow(() -> JobsError.UNKNOWN_STATE.with(text));
  }
}
