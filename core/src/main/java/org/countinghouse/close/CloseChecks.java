package org.countinghouse.close;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.close.LedgerViewMapper.EarlierPeriod;
import org.countinghouse.close.LedgerViewMapper.SequenceState;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.Periods;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the close itself asks of the ledger, which does not know the close. */
final class CloseChecks {

  private CloseChecks() {}

  /** Openings of a closed month must not move any more. */
  @Component
  static class EarlierMonthsClosed implements ReadinessCheck {

    private final LedgerViewMapper views;

    EarlierMonthsClosed(LedgerViewMapper views) {
      this.views = views;
    }

    @Override
    public String key() {
      return "ledger.earlier-months-closed";
    }

    @Override
    public Title title() {
      return new Title("Earlier months are closed", "Frühere Monate sind geschlossen");
    }

    @Override
    public Readiness check(UUID organizationId, YearMonth period) {
      List<EarlierPeriod> open = views.listEarlierOpen(organizationId, period.atDay(1));
      List<OpenItem> withPostings =
          open.stream().filter(EarlierPeriod::posted).map(EarlierMonthsClosed::item).toList();
      return Readiness.of(
          withPostings, Map.of("emptyMonthsClosedAlong", "" + (open.size() - withPostings.size())));
    }

    private static OpenItem item(EarlierPeriod open) {
      YearMonth month = YearMonth.from(open.firstDay());
      return new OpenItem("period", month.toString(), "Close " + month + " first.", "");
    }
  }

  /** A missing number would be a missing journal. */
  @Component
  static class JournalsInSequence implements ReadinessCheck {

    private final LedgerViewMapper views;

    JournalsInSequence(LedgerViewMapper views) {
      this.views = views;
    }

    @Override
    public String key() {
      return "ledger.journals-in-sequence";
    }

    @Override
    public Title title() {
      return new Title(
          "Journal numbers run without gaps", "Belegnummern der Buchungen sind lückenlos");
    }

    @Override
    public Set<String> after() {
      return Set.of("ledger.earlier-months-closed");
    }

    /** The year's journals are counted. */
    @Override
    public boolean growsWithTheLines() {
      return true;
    }

    @Override
    public Readiness check(UUID organizationId, YearMonth period) {
      List<SequenceState> series =
          views.listSequences(organizationId, Ledger.SERIES, period.atDay(1));
      List<OpenItem> broken =
          series.stream().filter(s -> !s.isGapless()).map(JournalsInSequence::item).toList();
      long journals = series.stream().mapToLong(SequenceState::journals).sum();
      return Readiness.of(broken, Map.of("journals", Long.toString(journals)));
    }

    private static OpenItem item(SequenceState broken) {
      return new OpenItem(
          "series",
          broken.series() + " " + broken.fiscalYear(),
          "%d journals are numbered %d to %d. Call for support; do not post."
              .formatted(broken.journals(), broken.first(), broken.last()),
          "");
    }
  }

  /** The result of a year is carried forward into the next one, so there must be a next one. */
  @Component
  static class NextYearOpened implements ReadinessCheck {

    private final ChecklistPlans plans;
    private final Periods periods;

    NextYearOpened(@Lazy ChecklistPlans plans, Periods periods) {
      this.plans = plans; // which asks the catalogue, which holds this check
      this.periods = periods;
    }

    @Override
    public String key() {
      return "ledger.next-year-opened";
    }

    @Override
    public Title title() {
      return new Title(
          "The next fiscal year is open when this one ends",
          "Das nächste Geschäftsjahr ist eröffnet, wenn dieses endet");
    }

    @Override
    public String owner() {
      return "controller";
    }

    @Override
    public Readiness check(UUID organizationId, YearMonth period) {
      Optional<Integer> ended = plans.yearEndedBy(organizationId, period);
      if (ended.isEmpty()) {
        return Readiness.ready(Map.of());
      }
      int next = ended.get() + 1;
      boolean open = periods.find(organizationId, period.plusMonths(1)).isPresent();
      return Readiness.of(
          open
              ? List.of()
              : List.of(
                  new OpenItem(
                      "fiscal-year",
                      Integer.toString(next),
                      "Open fiscal year %d: the result is carried forward into it.".formatted(next),
                      "")),
          Map.of("fiscalYear", Integer.toString(ended.get())));
    }
  }
}
