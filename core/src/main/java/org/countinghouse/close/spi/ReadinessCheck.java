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

  /**
   * In {@link #after}: every {@link ClosingRoutine} there is. For tie-outs of the final figures.
   */
  String ROUTINES = "close.routines";

  /** Stable id, {@code capability.slug}; evidence is kept under it. */
  String key();

  /** What the item is called, for people: English, then German. */
  Title title();

  /**
   * Keys of the items, checks and routines alike, that must be done before this one is asked;
   * {@link #ROUTINES} stands for every routine. A key nobody implements is taken as done, so a
   * module may name another that is not installed.
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

  /** The role that answers for the item: it settles what is open and is asked when it moves. */
  default String owner() {
    return "accountant";
  }

  /**
   * Accounts whose balance as of the end of the period this item vouches for. When one of them
   * moves after the item was done, it is not done any more, and the item says by how much: what was
   * checked is not what is there now.
   *
   * @return codes of accounts of the organization; unknown ones are taken as never moving
   */
  default Set<String> watchedAccounts(UUID organizationId, YearMonth period) {
    return Set.of();
  }

  /**
   * Whether asking takes longer the more lines there are. Such an item is asked before the month is
   * locked for the hard close, not again under the lock, where everybody waits.
   */
  default boolean growsWithTheLines() {
    return false;
  }

  /** Looks whether everything of this module is done for the period. */
  Readiness check(UUID organizationId, YearMonth period);

  /** The name of an item in the languages the product speaks. */
  record Title(String english, String german) {}
}
