package org.countinghouse.server.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing. Attempts are counted before the password is looked at, so that a burst of
 * parallel ones gains nothing: by name and address together, by name from anywhere, and by address
 * for any name. Beyond the free ones each attempt doubles the wait, up to a minute; a success
 * clears what is counted for the name, a quiet quarter of an hour clears everything.
 *
 * <p>Nobody is locked out for good, so guessing cannot be used to keep a user away for long.
 */
@Component
public class LoginThrottle {

  private static final int FREE_PER_NAME_AND_ADDRESS = 5;
  private static final int FREE_PER_NAME = 20;
  private static final int FREE_PER_ADDRESS = 40;
  private static final Duration WAIT_MAX = Duration.ofMinutes(1);
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
  private static final int COUNTERS_MAX = 20_000;

  private final Clock clock;
  private final Map<String, Attempts> counters =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
          return size() > COUNTERS_MAX;
        }
      };

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /**
   * Asks to try a password, and counts it.
   *
   * @return zero when it may be tried now; else how long to wait, and nothing is counted
   */
  public synchronized Duration attempt(String name, String address) {
    Instant now = clock.instant();
    List<Limit> limits =
        List.of(
            new Limit("both:" + name + "|" + address, FREE_PER_NAME_AND_ADDRESS),
            new Limit("name:" + name, FREE_PER_NAME),
            new Limit("address:" + address, FREE_PER_ADDRESS));
    Duration wait =
        limits.stream().map(limit -> waitOf(limit, now)).max(Duration::compareTo).orElseThrow();
    if (wait.isZero()) {
      limits.forEach(limit -> counters.merge(limit.key(), new Attempts(1, now), Attempts::plus));
    }
    return wait;
  }

  /** The password was right. */
  public synchronized void succeeded(String name, String address) {
    counters.remove("both:" + name + "|" + address);
    counters.remove("name:" + name);
    counters.computeIfPresent("address:" + address, (key, attempts) -> attempts.minusOne());
  }

  private Duration waitOf(Limit limit, Instant now) {
    Attempts attempts = counters.get(limit.key());
    if (attempts == null) {
      return Duration.ZERO;
    }
    if (attempts.last().plus(FORGOTTEN_AFTER).isBefore(now)) {
      counters.remove(limit.key());
      return Duration.ZERO;
    }
    int beyond = attempts.count() - limit.free();
    if (beyond < 0) {
      return Duration.ZERO;
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(beyond, 6));
    Instant next = attempts.last().plus(pause.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : pause);
    return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
  }

  private record Limit(String key, int free) {}

  private record Attempts(int count, Instant last) {

    Attempts plus(Attempts later) {
      return new Attempts(count + later.count, later.last);
    }

    Attempts minusOne() {
      return new Attempts(Math.max(0, count - 1), last);
    }
  }
}
