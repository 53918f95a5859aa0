package org.countinghouse.close.spi;

import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;

/**
 * One item of the close checklist: "are you ready for this period?". A bean of the module that owns
 * the data; the checklist finds it.
 *
 * <p>Checks only read, and say the same when asked twice over the same facts.
 */
public interface ReadinessCheck {

  /** Stable id, {@code capability.slug}; evidence is kept under it. */
  String key();

  /** What the item is called, for people: English, then German. */
  Title title();

  /**
   * Keys of the items that must be done before this one is asked. A key nobody implements is taken
   * as done, so a module may name another that is not installed.
   */
  default Set<String> after() {
    return Set.of();
  }

  /**
   * Whether what turns up after the subledgers are locked is the next month's business: documents
   * keep arriving while people review and approve, and can no longer be posted to this month. Such
   * an item is not asked again at the hard close; every other is.
   */
  default boolean endsWithTheLock() {
    return false;
  }

  /** Looks whether everything of this module is done for the period. */
  Readiness check(UUID organizationId, YearMonth period);

  /** The name of an item in the languages the product speaks. */
  record Title(String english, String german) {}
}
