package org.countinghouse.journals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.close.spi.ClosingRoutine;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck.Title;
import org.springframework.stereotype.Component;

/** Everything the schedules have for the month is posted. */
@Component
class PostRecurringRoutine implements ClosingRoutine {

  private final RecurringJournals recurring;

  PostRecurringRoutine(RecurringJournals recurring) {
    this.recurring = recurring;
  }

  @Override
  public String key() {
    return "journals.recurring-posted";
  }

  @Override
  public Title title() {
    return new Title("Recurring journals are posted", "Wiederkehrende Buchungen sind gebucht");
  }

  @Override
  public Set<String> after() {
    return Set.of(ReverseAccrualsRoutine.KEY);
  }

  @Override
  public String job() {
    return "ledger.post-recurring";
  }

  @Override
  public Readiness evidence(UUID organizationId, YearMonth period) {
    LocalDate end = period.atEndOfMonth();
    List<OpenItem> open =
        recurring.due(organizationId, end).stream()
            .map(
                due ->
                    new OpenItem(
                        "recurring-journal",
                        due.number(),
                        "due on %s: run the posting again, skip the day with a reason, or end the schedule."
                            .formatted(due.dueOn()),
                        "/api/ledger/recurring/" + due.recurringId()))
            .toList();
    long posted =
        recurring.list(organizationId).stream()
            .flatMap(journal -> journal.occurrences().stream())
            .filter(done -> done.journalId() != null)
            .filter(done -> YearMonth.from(done.dueOn()).equals(period))
            .count();
    return Readiness.of(open, Map.of("recurringPosted", Long.toString(posted)));
  }
}
