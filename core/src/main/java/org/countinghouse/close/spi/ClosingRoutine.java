package org.countinghouse.close.spi;

import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.close.spi.ReadinessCheck.Title;

/**
 * A period-end job the close runs after the subledgers are locked and before the tie-outs:
 * depreciation, revaluation, allocation. A bean of the module that owns the data; the close finds
 * it, shows it in the checklist and runs its job as an activity of its own.
 *
 * <p><b>Contract of the job:</b> it takes the parameter {@code period} ({@code 2026-10}), posts
 * with an {@linkplain org.countinghouse.ledger.Periods#ADJUSTING_MODULES adjusting module}, and
 * brings the month to where it must be, however often it runs: again after a reopening it posts
 * only the difference to what it posted before; with nothing changed it posts nothing.
 *
 * <p>The ledger cannot implement this, since the close is built on it: routines of the ledger's own
 * are beans of a module that knows both.
 */
public interface ClosingRoutine {

  /** Stable id, {@code capability.slug}, never the key of a check; evidence is kept under it. */
  String key();

  /** What the item is called, for people: English, then German. */
  Title title();

  /**
   * Keys of the checks and routines that must be done before this one runs. A key nobody implements
   * is taken as done, so a module may name another that is not installed.
   */
  default Set<String> after() {
    return Set.of();
  }

  /** The role that answers for it. */
  default String owner() {
    return "accountant";
  }

  /** The name of the batch job, {@code assets.depreciate}. */
  String job();

  /**
   * What the job left behind: asked when it has ended and once more at the hard close, so it must
   * cost no more than there are accounts. Open items say what is still due, for instance an asset
   * entered since; the close then stays open until the routine has run again.
   *
   * <p>Only reads, and says the same when asked twice over the same facts. The figures are kept as
   * evidence and stand in the certificate: {@code journals: 3}, {@code amount: 1,204.17 GBP}.
   */
  Readiness evidence(UUID organizationId, YearMonth period);
}
