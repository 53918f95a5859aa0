package org.countinghouse.close;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.Periods;
import org.springframework.stereotype.Component;

/** What the checklist of a month holds: what is installed, and what falls into that month. */
@Component
class ChecklistPlans {

  /** Position of the close's own steps: after every item, those installed later included. */
  static final int FIRST_STEP = 1000;

  private final CheckCatalogue catalogue;
  private final ManualItemMapper manual;
  private final Periods periods;

  ChecklistPlans(CheckCatalogue catalogue, ManualItemMapper manual, Periods periods) {
    this.catalogue = catalogue;
    this.manual = manual;
    this.periods = periods;
  }

  /** Checks, routines and what people sign off in this month, in the order of dependencies. */
  List<PlannedItem> of(UUID organizationId, YearMonth period) {
    int month = period(organizationId, period).number();
    return catalogue.with(
        manual.list(organizationId).stream()
            .map(ManualItems::item)
            .filter(item -> item.frequency().fallsInto(month))
            .toList());
  }

  /** The close's own steps in this month. */
  List<CloseStep> stepsOf(UUID organizationId, YearMonth period) {
    boolean yearEnds = endsYear(organizationId, period);
    return Arrays.stream(CloseStep.values())
        .filter(step -> step != CloseStep.YEAR_CARRIED_FORWARD || yearEnds)
        .toList();
  }

  /** Whether the month is the last of its fiscal year. */
  boolean endsYear(UUID organizationId, YearMonth period) {
    Period last = period(organizationId, period);
    return periods
        .find(organizationId, period.plusMonths(1))
        .map(next -> next.fiscalYear() != last.fiscalYear())
        .orElse(last.number() == 12);
  }

  /** The fiscal year that ends with the month; empty for any other month. */
  Optional<Integer> yearEndedBy(UUID organizationId, YearMonth period) {
    return endsYear(organizationId, period)
        ? Optional.of(period(organizationId, period).fiscalYear())
        : Optional.empty();
  }

  private Period period(UUID organizationId, YearMonth period) {
    return periods
        .find(organizationId, period)
        .orElseThrow(() -> LedgerError.PERIOD_UNKNOWN.with(period));
  }
}
