package org.countinghouse.batch.reporting.reportpack;

import java.time.YearMonth;
import java.util.UUID;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.close.CloseError;
import org.countinghouse.close.Closing;
import org.countinghouse.close.Closings;
import org.springframework.stereotype.Component;

/** The closing whose reports a run packs. */
@Component
class PackOfRun {

  private final Closings closings;

  PackOfRun(Closings closings) {
    this.closings = closings;
  }

  /**
   * The closing named, or the newest that closed the period.
   *
   * @throws org.countinghouse.errors.BusinessException {@code close.closing-unknown}, {@code
   *     close.period-not-closed}
   */
  UUID closing(RunParameters run) {
    YearMonth period = run.requireMonth("period");
    if (run.get("closing").isEmpty()) {
      return closings.list(run.organizationId(), period).stream()
          .filter(closing -> closing.state() == Closing.State.CLOSED)
          .map(Closing::id)
          .findFirst()
          .orElseThrow(() -> CloseError.PERIOD_NOT_CLOSED.with(period));
    }
    Closing named = closings.get(run.requireId("closing"));
    if (!named.organizationId().equals(run.organizationId())) {
      throw CloseError.CLOSING_UNKNOWN.with(named.id());
    }
    return named.id();
  }
}
