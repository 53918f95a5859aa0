package org.countinghouse.close;

import org.countinghouse.access.Actor;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.springframework.stereotype.Component;

/** Keeps the subledgers out of a month while it is made ready and reviewed. */
@Component
class SubledgerLock {

  private final Periods periods;

  SubledgerLock(Periods periods) {
    this.periods = periods;
  }

  /** Only adjusting modules post from here on. Safe to repeat. */
  void lock(Closing closing, Actor actor) {
    if (state(closing) == PeriodState.OPEN) {
      periods.softClose(closing.organizationId(), closing.period(), actor);
    }
  }

  /** Everybody posts again, unless the month is closed. Safe to repeat. */
  void unlock(Closing closing, Actor actor) {
    if (state(closing) == PeriodState.SOFT_CLOSED) {
      periods.reopen(closing.organizationId(), closing.period(), actor);
    }
  }

  private PeriodState state(Closing closing) {
    return periods
        .find(closing.organizationId(), closing.period())
        .orElseThrow(() -> LedgerError.PERIOD_UNKNOWN.with(closing.period()))
        .state();
  }
}
