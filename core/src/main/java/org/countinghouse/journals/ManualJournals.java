package org.countinghouse.journals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.journals.JournalComposer.Composed;
import org.countinghouse.journals.JournalComposer.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Journals as people write them, hand them in and take them back. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ManualJournals {

  /** What is posted at once or after an approval. */
  public static final String SOURCE = "ledger:manual";

  static final String RESOURCE = "ledger.manual-journal";

  private final ManualJournalStore store;
  private final ManualJournalMapper mapper;
  private final JournalComposer composer;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  ManualJournals(
      ManualJournalStore store,
      ManualJournalMapper mapper,
      JournalComposer composer,
      Audit audit,
      ApplicationEventPublisher events) {
    this.store = store;
    this.mapper = mapper;
    this.composer = composer;
    this.audit = audit;
    this.events = events;
  }

  /**
   * The journal of this id.
   *
   * @throws BusinessException {@code journals.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public ManualJournal require(UUID id) {
    return store.require(id);
  }

  /** The journal of this number of ours, if there is one. */
  @Transactional(readOnly = true)
  public Optional<ManualJournal> find(UUID organizationId, String number) {
    return Optional.ofNullable(mapper.findByNumber(organizationId, number));
  }

  /** The manual journal that became this journal of the books, if one did. */
  @Transactional(readOnly = true)
  public Optional<ManualJournal> findByJournal(UUID journalId) {
    return Optional.ofNullable(mapper.findByJournal(journalId));
  }

  /** A page, the newest first. */
  @Transactional(readOnly = true)
  public List<ManualJournal> list(ManualJournalFilter filter) {
    return mapper.list(filter);
  }

  /** What of these days is neither posted nor withdrawn. */
  @Transactional(readOnly = true)
  public List<ManualJournal> listOpen(UUID organizationId, LocalDate from, LocalDate to) {
    return mapper.listOpen(organizationId, from, to);
  }

  /**
   * The journal with its lines and everything that keeps it from being posted.
   *
   * @throws BusinessException {@code journals.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public ManualJournalDetails details(UUID id) {
    ManualJournal journal = store.require(id);
    List<ManualLine> lines = store.lines(journal);
    Composed composed = composer.compose(order(journal, lines));
    return new ManualJournalDetails(
        journal,
        store.schedule(id),
        lines,
        composed.lines(),
        composed.total(),
        journal.state().isOpen() ? composed.findings() : List.of());
  }

  /** Everything that would keep this content from being posted; nothing is stored. */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public List<Finding> check(UUID organizationId, JournalContent content) {
    return composer
        .compose(
            new Order(
                organizationId,
                SOURCE,
                "preview " + Ids.next(),
                content.postingDate(),
                content.description(),
                content.lines()))
        .findings();
  }

  /**
   * Keeps a draft, whether it can be posted or not.
   *
   * @throws BusinessException {@code journals.content}, {@code journals.reverse-on}, {@code
   *     journals.schedule}, {@code journals.schedule-reversal}, {@code ledger.period-unknown},
   *     {@code organizations.unknown}
   */
  public ManualJournal create(UUID organizationId, JournalContent content, Actor by) {
    requireWellFormed(content);
    ManualJournal created = store.insert(organizationId, content, by);
    record(created, "prepared", null, content, by);
    return created;
  }

  /**
   * Replaces what a journal says. One that is being approved is asked about anew, and whoever
   * approves is shown the difference.
   *
   * @throws BusinessException as {@link #create}; {@code journals.unknown}, {@code journals.state}
   */
  public ManualJournal change(UUID id, JournalContent content, Actor by) {
    ManualJournal before = store.lock(id);
    if (!before.state().isOpen()) {
      throw JournalsError.STATE.with(before.number(), before.state(), "changed");
    }
    requireWellFormed(content);
    if (before.state() == ManualJournalState.SUBMITTED) {
      // whoever approves must not be shown what cannot be posted
      List<Finding> findings = check(before.organizationId(), content);
      if (!findings.isEmpty()) {
        throw JournalsError.REFUSED.withFindings(findings, before.number(), findings.size());
      }
    }
    List<ManualLine> lines = store.lines(before);
    store.update(before, content, by);
    record(before, "changed", lines, content, by);
    if (before.state() == ManualJournalState.SUBMITTED) {
      events.publishEvent(
          new ManualJournalChanged(
              Ids.next(), before.organizationId(), id, before.number(), store.now()));
    }
    return store.require(id);
  }

  /**
   * Hands a journal in: below the limit it is posted in this transaction, above it goes to its
   * approver.
   *
   * @throws BusinessException {@code journals.refused} with every finding; {@code
   *     journals.unknown}, {@code journals.state}
   */
  public ManualJournal submit(UUID id, Actor by) {
    ManualJournal journal = store.lock(id);
    markSubmitted(journal, by);
    events.publishEvent(
        new ManualJournalSubmitted(
            Ids.next(), journal.organizationId(), id, journal.number(), store.now()));
    return store.require(id);
  }

  /**
   * Takes a journal back for good; its number stays taken.
   *
   * @throws BusinessException {@code journals.unknown}, {@code journals.state}, {@code
   *     journals.reason}
   */
  public void withdraw(UUID id, String reason, Actor by) {
    ManualJournal journal = store.lock(id);
    markWithdrawn(journal, reason, by);
    events.publishEvent(
        new ManualJournalWithdrawn(
            Ids.next(), journal.organizationId(), id, journal.number(), store.now()));
  }

  void markSubmitted(ManualJournal journal, Actor by) {
    if (journal.state() != ManualJournalState.DRAFT
        && journal.state() != ManualJournalState.RETURNED) {
      throw JournalsError.STATE.with(journal.number(), journal.state(), "submitted");
    }
    composer.compose(order(journal, store.lines(journal))).draft();
    mapper.submit(journal.id(), by.username(), store.now());
    record(journal, "submitted", null, null, by);
  }

  void markWithdrawn(ManualJournal journal, String reason, Actor by) {
    if (journal.state() != ManualJournalState.DRAFT
        && journal.state() != ManualJournalState.RETURNED) {
      throw JournalsError.STATE.with(journal.number(), journal.state(), "withdrawn");
    }
    mapper.end(
        journal.id(),
        new ManualJournalMapper.End(
            ManualJournalState.WITHDRAWN,
            by.username(),
            store.now(),
            Reasons.require(reason),
            null,
            null,
            null,
            null));
    record(journal, "withdrawn", null, reason, by);
  }

  static Order order(ManualJournal journal, List<ManualLine> lines) {
    return new Order(
        journal.organizationId(),
        SOURCE,
        journal.number(),
        journal.postingDate(),
        journal.description(),
        lines);
  }

  private static void requireWellFormed(JournalContent content) {
    String description = content.description();
    int lines = content.lines().size();
    if (description.isBlank()
        || description.length() > EnteredLines.TEXT_LENGTH_MAX
        || lines < 1
        || lines > EnteredLines.LINES_MAX) {
      throw JournalsError.CONTENT.with(EnteredLines.LINES_MAX);
    }
    LocalDate reverseOn = content.reverseOn();
    if (reverseOn != null && !reverseOn.isAfter(content.postingDate())) {
      throw JournalsError.REVERSE_ON.with(content.postingDate());
    }
    Schedule schedule = content.schedule();
    if (schedule != null && !schedule.isValid()) {
      throw JournalsError.SCHEDULE.with();
    }
    if (schedule != null && reverseOn != null) {
      throw JournalsError.SCHEDULE_REVERSAL.with();
    }
  }

  private void record(
      ManualJournal journal,
      String action,
      @Nullable Object before,
      @Nullable Object after,
      Actor by) {
    audit.record(
        new AuditEntry(
            journal.organizationId(), by, action, RESOURCE, journal.number(), before, after));
  }
}
