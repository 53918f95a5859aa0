package org.countinghouse.journals;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.journals.JournalComposer.Composed;
import org.countinghouse.journals.ManualJournalMapper.End;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process of a manual journal does to it; nothing here tells a process anything. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ManualJournalProcessing {

  private final ManualJournalStore store;
  private final ManualJournalMapper mapper;
  private final ManualJournals journals;
  private final JournalComposer composer;
  private final Ledger ledger;
  private final Periods periods;
  private final Accruals accruals;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  ManualJournalProcessing(
      ManualJournalStore store,
      ManualJournalMapper mapper,
      ManualJournals journals,
      JournalComposer composer,
      Ledger ledger,
      Periods periods,
      Accruals accruals,
      Audit audit,
      ApplicationEventPublisher events) {
    this.store = store;
    this.mapper = mapper;
    this.journals = journals;
    this.composer = composer;
    this.ledger = ledger;
    this.periods = periods;
    this.accruals = accruals;
    this.audit = audit;
    this.events = events;
  }

  /**
   * What decides whether a second person is needed.
   *
   * @param amount the debits, in base currency
   * @param recurring it will be posted again and again
   * @param late its month is soft-closed: only closing entries go there
   */
  public record Weight(Money amount, boolean recurring, boolean late) {}

  /**
   * Weighs a submitted journal.
   *
   * @throws BusinessException {@code journals.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Weight weigh(UUID id) {
    ManualJournal journal = store.require(id);
    Money total = composer.compose(ManualJournals.order(journal, store.lines(journal))).total();
    return new Weight(total, store.schedule(id) != null, isLate(journal));
  }

  /**
   * Whether a journal is, to the last fact, what had this hash.
   *
   * @throws BusinessException {@code journals.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public boolean isStill(UUID id, String hash) {
    ManualJournal journal = store.require(id);
    Composed composed = composer.compose(ManualJournals.order(journal, store.lines(journal)));
    return ContentHash.of(ManualJournalFacts.of(journal, store.schedule(id), composed))
        .equals(hash);
  }

  private boolean isLate(ManualJournal journal) {
    return periods
        .find(journal.organizationId(), YearMonth.from(journal.postingDate()))
        .filter(period -> period.state() != PeriodState.OPEN)
        .isPresent();
  }

  /**
   * Marks a journal as handed in by this person, whose process is under way already.
   *
   * @throws BusinessException as {@link ManualJournals#submit}
   */
  public ManualJournal register(UUID id, Actor by) {
    journals.markSubmitted(store.lock(id), by);
    return store.require(id);
  }

  /**
   * Gives a journal back to its maker: it was rejected, or the books refused it.
   *
   * @throws BusinessException {@code journals.unknown}, {@code journals.state}
   */
  public void giveBack(UUID id) {
    ManualJournal journal = requireSubmitted(id, "given back");
    mapper.giveBack(id);
    record(journal, "returned", null, Actor.system("journals"));
  }

  /**
   * Withdraws a returned journal, whose process ends by itself.
   *
   * @throws BusinessException as {@link ManualJournals#withdraw}
   */
  public void withdraw(UUID id, String reason, Actor by) {
    journals.markWithdrawn(store.lock(id), reason, by);
  }

  /**
   * Enters a submitted journal in the books, or puts a recurring one on its schedule. What was
   * approved must be, to the last fact, what is posted.
   *
   * @param approvedHash of the facts that were approved; null where no approval was needed
   * @param checker who approved it last; null where nobody had to
   * @return the journal in the books; null where it is scheduled
   * @throws BusinessException {@code journals.unknown}, {@code journals.state}, {@code
   *     journals.changed-since-approval}, {@code journals.maker-is-checker}, {@code
   *     journals.refused}, and what {@link Ledger#post} refuses
   */
  public @Nullable PostedJournal complete(
      UUID id, @Nullable String approvedHash, @Nullable Actor checker) {
    ManualJournal journal = requireSubmitted(id, "posted");
    requireSecondPerson(journal, checker);
    Schedule schedule = store.schedule(id);
    List<ManualLine> lines = store.lines(journal);
    Composed composed = composer.compose(ManualJournals.order(journal, lines));
    String hash = ContentHash.of(ManualJournalFacts.of(journal, schedule, composed));
    if (approvedHash != null && !approvedHash.equals(hash)) {
      throw JournalsError.CHANGED_SINCE_APPROVAL.with(journal.number());
    }
    var draft = composed.draft();
    PostedJournal posted =
        schedule != null ? null : ledger.post(draft, Actor.of(journal.changedBy()), checker);
    ManualJournalState state =
        posted == null ? ManualJournalState.SCHEDULED : ManualJournalState.POSTED;
    mapper.end(id, end(journal, state, hash, posted, checker));
    record(journal, posted == null ? "scheduled" : "posted", posted, ended(journal, checker));
    if (posted != null) {
      afterPosting(journal, composed, posted);
    }
    return posted;
  }

  private void afterPosting(ManualJournal journal, Composed composed, PostedJournal posted) {
    if (journal.reverseOn() != null) {
      accruals.register(journal.organizationId(), posted.id(), journal.reverseOn());
    }
    events.publishEvent(
        new ManualJournalPosted(
            Ids.next(),
            journal.organizationId(),
            journal.id(),
            journal.number(),
            posted.id(),
            posted.postingDate(),
            composed.lines(),
            posted.recordedAt()));
  }

  private End end(
      ManualJournal journal,
      ManualJournalState state,
      String hash,
      @Nullable PostedJournal posted,
      @Nullable Actor checker) {
    return new End(
        state,
        ended(journal, checker).username(),
        store.now(),
        null,
        hash,
        posted == null ? null : posted.id(),
        checker == null ? null : checker.username(),
        checker == null ? null : checker.onBehalfOf());
  }

  private static Actor ended(ManualJournal journal, @Nullable Actor checker) {
    return checker == null ? Actor.of(journal.changedBy()) : checker;
  }

  private static void requireSecondPerson(ManualJournal journal, @Nullable Actor checker) {
    if (checker == null) {
      return;
    }
    Set<String> makers = journal.makers();
    String absent = checker.onBehalfOf();
    if (makers.contains(checker.username()) || (absent != null && makers.contains(absent))) {
      throw JournalsError.MAKER_IS_CHECKER.with(checker.username(), journal.number());
    }
  }

  private ManualJournal requireSubmitted(UUID id, String wanted) {
    ManualJournal journal = store.lock(id);
    if (journal.state() != ManualJournalState.SUBMITTED) {
      throw JournalsError.STATE.with(journal.number(), journal.state(), wanted);
    }
    return journal;
  }

  private void record(
      ManualJournal journal, String action, @Nullable PostedJournal posted, Actor by) {
    audit.record(
        new AuditEntry(
            journal.organizationId(),
            by,
            action,
            ManualJournals.RESOURCE,
            journal.number(),
            null,
            posted == null ? null : posted.number()));
  }
}
