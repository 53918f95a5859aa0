package org.countinghouse.exchange;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How stubborn the inbox is.
 *
 * @param retryDelays the wait after the first failed attempt, after the second, and so on; after as
 *     many failures as there are waits, plus one, the document is parked as failed. The first wait
 *     is also how long a document lies when the process that was handling it died.
 */
@ConfigurationProperties("countinghouse.exchange.inbox")
record InboxProperties(@DefaultValue({"20s", "1m", "5m", "15m", "1h"}) List<Duration> retryDelays) {

  InboxProperties {
    retryDelays = List.copyOf(retryDelays);
    if (retryDelays.isEmpty()) {
      throw new IllegalArgumentException("countinghouse.exchange.inbox.retry-delays is empty");
    }
  }

  /** Whether a document tried so often is not tried again. */
  boolean isExhausted(int attempts) {
    return attempts > retryDelays.size();
  }

  /** The wait after this attempt, counted from 1. */
  Duration delayAfter(int attempt) {
    return retryDelays.get(Math.min(attempt, retryDelays.size()) - 1);
  }
}
