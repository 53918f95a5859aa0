package org.countinghouse.journals;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.countinghouse.access.Actor;
import org.countinghouse.ids.Ids;
import org.countinghouse.journals.ManualJournalMapper.LineRow;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.Periods;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Manual journals between their rows and their values. */
@Component
class ManualJournalStore {

  private static final String SERIES = "MJ";

  private final ManualJournalMapper mapper;
  private final RecurringMapper recurring;
  private final Periods periods;
  private final Organizations organizations;
  private final Clock clock;

  ManualJournalStore(
      ManualJournalMapper mapper,
      RecurringMapper recurring,
      Periods periods,
      Organizations organizations,
      Clock clock) {
    this.mapper = mapper;
    this.recurring = recurring;
    this.periods = periods;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** Now, as precisely as the database keeps it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  ManualJournal require(UUID id) {
    return known(mapper.find(id), id);
  }

  /** The journal, nobody else working on it until this transaction ends. */
  ManualJournal lock(UUID id) {
    return known(mapper.lockById(id), id);
  }

  private static ManualJournal known(@Nullable ManualJournal found, UUID id) {
    if (found == null) {
      throw JournalsError.UNKNOWN.with(id);
    }
    return found;
  }

  @Nullable Schedule schedule(UUID id) {
    RecurringMapper.Row row = recurring.find(id);
    return row == null ? null : row.schedule();
  }

  List<ManualLine> lines(ManualJournal journal) {
    Currency base = organizations.byId(journal.organizationId()).baseCurrency();
    return mapper.listLines(journal.id()).stream().map(row -> row.line(base)).toList();
  }

  ManualJournal insert(UUID organizationId, JournalContent content, Actor by) {
    var journal =
        new ManualJournal(
            Ids.next(),
            organizationId,
            number(organizationId, content),
            content.postingDate(),
            content.description(),
            content.reverseOn(),
            content.origin(),
            content.documentId(),
            ManualJournalState.DRAFT,
            by.username(),
            now(),
            by.username(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    mapper.insert(journal);
    writeParts(journal, content);
    return journal;
  }

  void update(ManualJournal journal, JournalContent content, Actor by) {
    mapper.update(journal.id(), content, by.username());
    mapper.deleteLines(journal.id());
    recurring.delete(journal.id());
    writeParts(journal, content);
  }

  private void writeParts(ManualJournal journal, JournalContent content) {
    List<ManualLine> lines = content.lines();
    mapper.insertLines(
        journal.organizationId(),
        journal.id(),
        IntStream.range(0, lines.size()).mapToObj(i -> LineRow.of(i + 1, lines.get(i))).toList());
    Schedule schedule = content.schedule();
    if (schedule != null) {
      recurring.insert(journal.organizationId(), journal.id(), schedule);
    }
  }

  /** By the fiscal year of the posting date, so a year that is not open has no documents. */
  private String number(UUID organizationId, JournalContent content) {
    int year =
        periods
            .find(organizationId, YearMonth.from(content.postingDate()))
            .map(Period::fiscalYear)
            .orElseThrow(() -> LedgerError.PERIOD_UNKNOWN.with(content.postingDate()));
    return "%s-%d-%06d".formatted(SERIES, year, mapper.nextNumber(organizationId, SERIES, year));
  }
}
