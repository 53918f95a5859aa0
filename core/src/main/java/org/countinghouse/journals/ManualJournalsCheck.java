package org.countinghouse.journals;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck;
import org.springframework.stereotype.Component;

/** A journal somebody began for the month is posted or withdrawn before it closes. */
@Component
class ManualJournalsCheck implements ReadinessCheck {

  private final ManualJournals journals;

  ManualJournalsCheck(ManualJournals journals) {
    this.journals = journals;
  }

  @Override
  public String key() {
    return "journals.manual-journals-finished";
  }

  @Override
  public Title title() {
    return new Title(
        "Every manual journal of the month is posted or withdrawn",
        "Jede manuelle Buchung des Monats ist gebucht oder zurückgezogen");
  }

  @Override
  public Readiness check(UUID organizationId, YearMonth period) {
    List<ManualJournal> open =
        journals.listOpen(organizationId, period.atDay(1), period.atEndOfMonth());
    return Readiness.of(
        open.stream().map(ManualJournalsCheck::item).toList(),
        Map.of("unfinishedJournals", Integer.toString(open.size())));
  }

  private static OpenItem item(ManualJournal journal) {
    return new OpenItem(
        "manual-journal",
        journal.number(),
        "%s, prepared by %s: %s."
            .formatted(
                journal.description(),
                journal.preparedBy(),
                journal.state() == ManualJournalState.SUBMITTED
                    ? "have it approved"
                    : "submit or withdraw it"),
        "/api/ledger/manual-journals/" + journal.id());
  }
}
