package org.countinghouse.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How far one step of a run is.
 *
 * @param step the step's name, such as {@code ledger.close-period/lock}
 * @param done how many rows (or whatever the step counts) are done, over all attempts
 * @param expected how many there are in all, where the step can tell
 * @param doneBefore how many were done when the present attempt began
 * @param startedAt when the present attempt began
 * @param reportedAt when the step last told
 * @param finishedAt when it was done
 */
public record JobStep(
    String step,
    long done,
    @Nullable Long expected,
    long doneBefore,
    Instant startedAt,
    Instant reportedAt,
    @Nullable Instant finishedAt) {

  private static final long MILLIS_PER_SECOND = 1000;

  /** Rows a second in the present attempt; empty until there is something to divide. */
  public OptionalLong rate() {
    long millis = Duration.between(startedAt, reportedAt).toMillis();
    long rows = done - doneBefore;
    return millis <= 0 || rows <= 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(1, rows * MILLIS_PER_SECOND / millis));
  }

  /** How long it will take to the end at the present rate; empty when that cannot be told. */
  public Optional<Duration> remaining() {
    if (expected == null || finishedAt != null || rate().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds(Math.max(0, expected - done) / rate().getAsLong()));
  }
}
