package org.countinghouse.journals;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.close.spi.ClosingRoutine;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck.Title;
import org.springframework.stereotype.Component;

/** The accruals of the month before are undone in this one. */
@Component
class ReverseAccrualsRoutine implements ClosingRoutine {

  static final String KEY = "journals.accruals-reversed";

  private final Accruals accruals;

  ReverseAccrualsRoutine(Accruals accruals) {
    this.accruals = accruals;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Title title() {
    return new Title("Accruals are reversed", "Abgrenzungen sind aufgelöst");
  }

  @Override
  public String job() {
    return "ledger.reverse-accruals";
  }

  @Override
  public Readiness evidence(UUID organizationId, YearMonth period) {
    List<OpenItem> open =
        accruals.due(organizationId, period.atEndOfMonth()).stream()
            .map(
                due ->
                    new OpenItem(
                        "accrual",
                        due.number(),
                        "%s, to be reversed on %s: run the reversal again."
                            .formatted(due.description(), due.reverseOn()),
                        "/api/ledger/journals/" + due.journalId()))
            .toList();
    int reversed = accruals.countReversed(organizationId, period.atDay(1), period.atEndOfMonth());
    return Readiness.of(open, Map.of("accrualsReversed", Integer.toString(reversed)));
  }
}
