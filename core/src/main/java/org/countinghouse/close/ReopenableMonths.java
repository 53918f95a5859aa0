package org.countinghouse.close;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.springframework.stereotype.Component;

/** The months of the ledger as a reopening finds and leaves them. */
@Component
class ReopenableMonths {

  private final LedgerViewMapper views;
  private final Periods periods;

  ReopenableMonths(LedgerViewMapper views, Periods periods) {
    this.views = views;
    this.periods = periods;
  }

  /**
   * A month is reopened when it is closed and no later one is: a later month's openings rest on its
   * figures.
   */
  void requireReopenable(UUID organizationId, YearMonth period) {
    if (state(organizationId, period) != PeriodState.CLOSED) {
      throw CloseError.PERIOD_NOT_CLOSED.with(period);
    }
    List<LocalDate> later = views.listLaterClosed(organizationId, period.atDay(1));
    if (!later.isEmpty()) {
      throw CloseError.LATER_PERIOD_CLOSED.with(
          period, YearMonth.from(later.get(later.size() - 1)));
    }
  }

  /** Opens the month; the ledger takes a year's result that was carried forward back. */
  void open(UUID organizationId, YearMonth period, Actor actor) {
    periods.reopen(organizationId, period, actor);
  }

  /** Closes the month again, whatever became of it. */
  void lock(UUID organizationId, YearMonth period, Actor actor) {
    if (state(organizationId, period) != PeriodState.CLOSED) {
      periods.close(organizationId, period, actor);
    }
  }

  private PeriodState state(UUID organizationId, YearMonth period) {
    return periods
        .find(organizationId, period)
        .map(Period::state)
        .orElseThrow(() -> LedgerError.PERIOD_UNKNOWN.with(period));
  }
}
