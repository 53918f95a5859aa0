package org.countinghouse.journals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.calendar.BusinessCalendar;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.journals.JournalComposer.Composed;
import org.countinghouse.journals.RecurringJournal.Due;
import org.countinghouse.journals.RecurringJournal.Occurrence;
import org.countinghouse.journals.RecurringMapper.PostingRow;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Manual journals that were approved once and are posted again and again. Each day of a schedule is
 * posted once or skipped with a reason, whatever runs how often; the maker and the checker of every
 * posting are those of the document.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class RecurringJournals {

  /** What a schedule posts. */
  public static final String SOURCE = "ledger:recurring";

  private static final String RESOURCE = "ledger.recurring-journal";

  /** Longer than any move from a weekend or holiday, so that no day is overlooked. */
  private static final int MOVE_DAYS_MAX = 14;

  private final RecurringMapper mapper;
  private final ManualJournalStore store;
  private final JournalComposer composer;
  private final Ledger ledger;
  private final Accruals accruals;
  private final Organizations organizations;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  RecurringJournals(
      RecurringMapper mapper,
      ManualJournalStore store,
      JournalComposer composer,
      Ledger ledger,
      Accruals accruals,
      Organizations organizations,
      Audit audit,
      ApplicationEventPublisher events) {
    this.mapper = mapper;
    this.store = store;
    this.composer = composer;
    this.ledger = ledger;
    this.accruals = accruals;
    this.organizations = organizations;
    this.audit = audit;
    this.events = events;
  }

  /** All that are or were on their schedule, by number, with what became of each day. */
  @Transactional(readOnly = true)
  public List<RecurringJournal> list(UUID organizationId) {
    Map<UUID, List<PostingRow>> postings = postings(organizationId);
    return mapper.list(organizationId).stream()
        .map(row -> value(row, postings.getOrDefault(row.manualJournalId(), List.of())))
        .toList();
  }

  /**
   * The recurring journal of this id.
   *
   * @throws BusinessException {@code journals.recurring-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public RecurringJournal require(UUID id) {
    RecurringMapper.Row row = mapper.find(id);
    if (row == null) {
      throw JournalsError.RECURRING_UNKNOWN.with(id);
    }
    return list(row.organizationId()).stream()
        .filter(journal -> journal.id().equals(id))
        .findFirst()
        .orElseThrow(() -> JournalsError.RECURRING_UNKNOWN.with(id));
  }

  /** Every posting that is due up to a day and neither posted nor skipped, by day and number. */
  @Transactional(readOnly = true)
  public List<Due> due(UUID organizationId, LocalDate until) {
    BusinessCalendar calendar = organizations.calendar(organizationId);
    return list(organizationId).stream()
        .flatMap(journal -> open(journal, calendar, until))
        .filter(due -> !due.postingDate().isAfter(until))
        .sorted(Comparator.comparing(Due::postingDate).thenComparing(Due::number))
        .toList();
  }

  /** The next postings of one of them after a day, at most so many. */
  @Transactional(readOnly = true)
  public List<Due> upcoming(RecurringJournal journal, int limit) {
    BusinessCalendar calendar = organizations.calendar(journal.organizationId());
    LocalDate horizon = LocalDate.of(9999, 1, 1);
    return open(journal, calendar, horizon).limit(limit).toList();
  }

  private Stream<Due> open(RecurringJournal journal, BusinessCalendar calendar, LocalDate until) {
    Set<LocalDate> done =
        journal.occurrences().stream().map(Occurrence::dueOn).collect(Collectors.toSet());
    LocalDate last = until.plusDays(MOVE_DAYS_MAX);
    LocalDate end = journal.endsOn();
    return journal
        .schedule()
        .dueDays(end != null && end.isBefore(last) ? end : last)
        .filter(day -> !done.contains(day))
        .map(
            day ->
                new Due(
                    journal.organizationId(),
                    journal.id(),
                    journal.number(),
                    day,
                    journal.schedule().postingDate(day, calendar)));
  }

  /**
   * Posts a day of a schedule. {@code {month}} in the texts becomes the month of the posting.
   *
   * @return the journal; null when it was posted or skipped meanwhile
   * @throws BusinessException {@code journals.refused} with every finding, and what {@link
   *     Ledger#post} refuses
   */
  public @Nullable PostedJournal post(Due due, Actor by) {
    RecurringMapper.Row row = mapper.lockById(due.recurringId());
    if (row == null || !isOpen(due)) {
      return null;
    }
    ManualJournal model = store.require(due.recurringId());
    Composed composed = composer.compose(order(model, due));
    PostedJournal posted =
        ledger.post(composed.draft(), Actor.of(model.changedBy()), checker(model));
    record(due, posted.id(), null, by);
    if (row.reverses()) {
      accruals.register(
          due.organizationId(),
          posted.id(),
          YearMonth.from(due.postingDate()).plusMonths(1).atDay(1));
    }
    events.publishEvent(
        new ManualJournalPosted(
            Ids.next(),
            due.organizationId(),
            model.id(),
            model.number(),
            posted.id(),
            posted.postingDate(),
            composed.lines(),
            posted.recordedAt()));
    return posted;
  }

  /**
   * Leaves out one day of a schedule, for good.
   *
   * @throws BusinessException {@code journals.recurring-unknown}, {@code journals.not-due}, {@code
   *     journals.reason}
   */
  public void skip(UUID id, LocalDate dueOn, String reason, Actor by) {
    RecurringJournal journal = lock(id);
    String why = Reasons.require(reason);
    BusinessCalendar calendar = organizations.calendar(journal.organizationId());
    Due due =
        open(journal, calendar, dueOn)
            .filter(open -> open.dueOn().equals(dueOn))
            .findFirst()
            .orElseThrow(() -> JournalsError.NOT_DUE.with(journal.number(), dueOn));
    record(due, null, why, by);
    record(journal, "skipped", dueOn + ": " + why, by);
  }

  /**
   * Ends a schedule: what is due after the day is not posted.
   *
   * @throws BusinessException {@code journals.recurring-unknown}, {@code journals.recurring-ended},
   *     {@code journals.reason}
   */
  public void end(UUID id, LocalDate endsOn, String reason, Actor by) {
    RecurringJournal journal = lock(id);
    if (journal.endsOn() != null) {
      throw JournalsError.RECURRING_ENDED.with(journal.number(), journal.endsOn());
    }
    mapper.end(id, endsOn, by.username(), store.now(), Reasons.require(reason));
    record(journal, "ended", endsOn + ": " + reason.strip(), by);
  }

  private RecurringJournal lock(UUID id) {
    if (mapper.lockById(id) == null) {
      throw JournalsError.RECURRING_UNKNOWN.with(id);
    }
    return require(id);
  }

  private boolean isOpen(Due due) {
    return require(due.recurringId()).occurrences().stream()
        .noneMatch(occurrence -> occurrence.dueOn().equals(due.dueOn()));
  }

  private static JournalComposer.Order order(ManualJournal model, List<ManualLine> lines, Due due) {
    String month = YearMonth.from(due.postingDate()).toString();
    return new JournalComposer.Order(
        due.organizationId(),
        SOURCE,
        model.number() + " " + due.dueOn(),
        due.postingDate(),
        filled(model.description(), month),
        lines.stream()
            .map(line -> line.text() == null ? line : line.saying(filled(line.text(), month)))
            .toList());
  }

  private JournalComposer.Order order(ManualJournal model, Due due) {
    return order(model, store.lines(model), due);
  }

  private static String filled(String text, String month) {
    return text.replace("{month}", month);
  }

  private static @Nullable Actor checker(ManualJournal model) {
    String approver = model.approvedBy();
    return approver == null ? null : new Actor(approver, model.approvedFor());
  }

  private void record(Due due, @Nullable UUID journalId, @Nullable String why, Actor by) {
    mapper.insertPosting(
        due.organizationId(),
        new PostingRow(due.recurringId(), due.dueOn(), journalId, why, by.username(), store.now()));
  }

  private void record(RecurringJournal journal, String action, String what, Actor by) {
    audit.record(
        new AuditEntry(
            journal.organizationId(), by, action, RESOURCE, journal.number(), null, what));
  }

  private Map<UUID, List<PostingRow>> postings(UUID organizationId) {
    return mapper.listPostings(organizationId).stream()
        .collect(Collectors.groupingBy(PostingRow::manualJournalId));
  }

  private static RecurringJournal value(RecurringMapper.Row row, List<PostingRow> postings) {
    return new RecurringJournal(
        row.manualJournalId(),
        row.organizationId(),
        row.number(),
        row.description(),
        row.schedule(),
        row.endsOn(),
        row.endedBy(),
        row.endReason(),
        postings.stream()
            .map(
                posting ->
                    new Occurrence(
                        posting.dueOn(),
                        posting.journalId(),
                        posting.skipReason(),
                        posting.recordedBy(),
                        posting.recordedAt()))
            .toList());
  }
}
