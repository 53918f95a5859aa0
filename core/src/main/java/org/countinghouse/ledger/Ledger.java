package org.countinghouse.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.PostingGate.Scope;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The books. A posting, with its number, its place in the chain and the balances it changes,
 * commits with the caller's transaction or not at all.
 *
 * <p>Locks are taken in one order everywhere, so postings queue but never deadlock: period
 * (shared), series, balances by key.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Ledger {

  /** The series all journals are numbered in. */
  public static final String SERIES = "GL";

  private static final Set<String> ENTERED_BY_HAND = Set.of("ledger", "journals");

  private final LedgerMapper mapper;
  private final PostingGate gate;
  private final Organizations organizations;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Ledger(
      LedgerMapper mapper,
      PostingGate gate,
      Organizations organizations,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.gate = gate;
    this.organizations = organizations;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** {@link #post(JournalDraft, Actor, Actor)} without a checker. */
  public PostedJournal post(JournalDraft draft, Actor maker) {
    return post(draft, maker, null);
  }

  /**
   * Enters a journal in the books. Where amounts were converted line by line and leave over up to
   * one minor unit per converted line in base currency, a line on the {@link
   * AccountPurpose#ROUNDING} account takes it.
   *
   * @param checker who approved it, where approval was asked for; never the maker
   * @throws BusinessException before anything is written: {@code ledger.unbalanced}, {@code
   *     ledger.account-unknown}, {@code ledger.account-inactive}, {@code
   *     ledger.account-not-postable}, {@code ledger.account-controlled}, {@code
   *     ledger.account-currency}, {@code ledger.dimension-missing}, {@code
   *     ledger.dimension-unknown}, {@code ledger.project-unknown}, {@code ledger.line-empty},
   *     {@code ledger.base-currency}, {@code ledger.base-amount}, {@code ledger.amount-too-large},
   *     {@code ledger.too-few-lines}, {@code ledger.source-invalid} (all faults of the draft as
   *     findings); {@code ledger.period-unknown}, {@code ledger.period-closed}, {@code
   *     ledger.period-locked}, {@code ledger.duplicate-reference}, {@code ledger.maker-is-checker},
   *     {@code ledger.purpose-unassigned}, {@code organizations.unknown}
   */
  public PostedJournal post(JournalDraft draft, Actor maker, @Nullable Actor checker) {
    return enter(draft, Signatures.of(maker, checker), null, Scope.NEW_BUSINESS);
  }

  /** Enters balances taken over, sums of control accounts included. */
  PostedJournal takeOver(JournalDraft draft, Actor maker) {
    return enter(draft, Signatures.of(maker, null), null, Scope.TAKEOVER);
  }

  /**
   * Enters a journal the ledger itself made up from what is posted. What accounts ask of new
   * business, a cost centre, to be active, is not asked: the lines only move what is there.
   */
  PostedJournal postOwn(JournalDraft draft, Actor maker) {
    return enter(draft, Signatures.of(maker, null), null, Scope.WHAT_IS_POSTED);
  }

  /**
   * Everything that {@link #post} would refuse now, for people who are still writing. Nothing is
   * written or locked, so what is true here may have changed when it is posted.
   *
   * @throws BusinessException {@code organizations.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public List<Finding> check(JournalDraft raw) {
    return check(raw, Scope.NEW_BUSINESS);
  }

  /** {@link #check(JournalDraft)} for what {@link #takeOver} would refuse. */
  List<Finding> checkTakeOver(JournalDraft raw) {
    return check(raw, Scope.TAKEOVER);
  }

  private List<Finding> check(JournalDraft raw, Scope scope) {
    List<Finding> findings = new ArrayList<>();
    try {
      gate.check(gate.complete(raw), scope);
    } catch (BusinessException refusal) {
      findings.addAll(
          refusal.findings().isEmpty() ? List.of(finding(refusal, "")) : refusal.findings());
    }
    try {
      gate.accepting(raw);
    } catch (BusinessException refusal) {
      findings.add(finding(refusal, "posting date"));
    }
    return findings;
  }

  private static Finding finding(BusinessException refusal, String place) {
    return new Finding(refusal.code().id(), place, String.valueOf(refusal.getMessage()));
  }

  /**
   * Makes sure that no other module's records would stand alone when this journal is reversed by
   * hand: only what was entered here or imported is undone here.
   *
   * @throws BusinessException {@code ledger.journal-unknown}, {@code ledger.reversal-elsewhere}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public void requireReversibleByHand(UUID journalId) {
    PostedJournal journal = require(journalId);
    String module = JournalDraft.moduleOf(journal.source());
    if (!ENTERED_BY_HAND.contains(module) && !journal.source().equals(YearEnd.SOURCE)) {
      throw LedgerError.REVERSAL_ELSEWHERE.with(journal.number(), module);
    }
  }

  /**
   * Undoes a journal by its mirror image; once only. The mirror keeps the source, so a subledger's
   * control account can be undone too, and so does one whose account, cost centre or project takes
   * nothing new any more.
   *
   * @param postingDate into an open period
   * @param reason said as the mirror's description
   * @throws BusinessException {@code ledger.journal-unknown}, {@code ledger.already-reversed},
   *     {@code ledger.reversal-reason}, {@code ledger.reversal-refused} and those of {@link
   *     #post(JournalDraft, Actor, Actor)}
   */
  public PostedJournal reverse(UUID journalId, LocalDate postingDate, String reason, Actor maker) {
    PostedJournal original = require(journalId);
    if (original.source().equals(YearEnd.SOURCE)) {
      throw LedgerError.REVERSAL_REFUSED.with(original.number());
    }
    return undo(journalId, postingDate, reason, maker);
  }

  /**
   * Undoes a journal as {@link #reverse(UUID, LocalDate, String, Actor)} does, under a source of
   * its own, so that what a routine undoes can be told from what people undo.
   *
   * @param distinction follows the module of the journal: {@code accrual-reversal} makes {@code
   *     ledger:accrual-reversal}
   * @throws BusinessException as {@link #reverse(UUID, LocalDate, String, Actor)}
   */
  public PostedJournal reverseAs(
      String distinction, UUID journalId, LocalDate postingDate, String reason, Actor maker) {
    PostedJournal original = require(journalId);
    if (original.source().equals(YearEnd.SOURCE)) {
      throw LedgerError.REVERSAL_REFUSED.with(original.number());
    }
    String source = JournalDraft.moduleOf(original.source()) + ":" + distinction;
    return undo(journalId, postingDate, reason, source, original.number(), maker);
  }

  /**
   * When a journal can be reversed: on its own date while that month takes postings of its module,
   * else on the first day of the first later month that does.
   *
   * @throws BusinessException {@code ledger.journal-unknown}, {@code ledger.no-period-open}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public LocalDate reversalDate(UUID journalId) {
    PostedJournal journal = require(journalId);
    return gate.firstOpenDay(
        journal.organizationId(), journal.postingDate(), JournalDraft.moduleOf(journal.source()));
  }

  /**
   * When something of a day can be posted by a module: on the day while its month takes the
   * module's postings, else on the first day of the first later month that does.
   *
   * @throws BusinessException {@code ledger.no-period-open}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public LocalDate firstOpenDay(UUID organizationId, LocalDate day, String module) {
    return gate.firstOpenDay(organizationId, day, module);
  }

  /** {@link #reverse} for those who keep record of it themselves. */
  PostedJournal undo(UUID journalId, LocalDate postingDate, String reason, Actor maker) {
    PostedJournal original = require(journalId);
    return undo(
        journalId, postingDate, reason, original.source(), original.sourceReference(), maker);
  }

  private PostedJournal undo(
      UUID journalId,
      LocalDate postingDate,
      String reason,
      String source,
      String reference,
      Actor maker) {
    mapper.lock(journalId);
    PostedJournal original = require(journalId);
    if (reason.isBlank()) {
      throw LedgerError.REVERSAL_REASON.with(original.number());
    }
    if (mapper.findReversalOf(journalId) != null) {
      throw LedgerError.ALREADY_REVERSED.with(original.number());
    }
    Currency base = organizations.byId(original.organizationId()).baseCurrency();
    List<DraftLine> mirrored =
        mapper.listLines(journalId).stream().map(row -> row.mirrored(base)).toList();
    var draft =
        new JournalDraft(
            original.organizationId(),
            postingDate,
            reason,
            source,
            reference + " reversed",
            mirrored);
    return enter(draft, Signatures.of(maker, null), journalId, Scope.WHAT_IS_POSTED);
  }

  /** The journal of this id, if there is one. */
  @Transactional(readOnly = true)
  public Optional<PostedJournal> find(UUID journalId) {
    return Optional.ofNullable(mapper.find(journalId));
  }

  /**
   * The journal of this id.
   *
   * @throws BusinessException {@code ledger.journal-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public PostedJournal require(UUID journalId) {
    return find(journalId).orElseThrow(() -> LedgerError.JOURNAL_UNKNOWN.with(journalId));
  }

  /** The journal a source posted for its reference, if it did. */
  @Transactional(readOnly = true)
  public Optional<PostedJournal> findByReference(
      UUID organizationId, String source, String sourceReference) {
    return Optional.ofNullable(mapper.findByReference(organizationId, source, sourceReference));
  }

  /**
   * The lines of a journal, in order.
   *
   * @throws BusinessException {@code ledger.journal-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public List<PostedLine> lines(UUID journalId) {
    UUID organizationId = require(journalId).organizationId();
    Currency base = organizations.byId(organizationId).baseCurrency();
    return mapper.listLines(journalId).stream().map(row -> row.posted(base)).toList();
  }

  /** A page of journals, the latest number first. */
  @Transactional(readOnly = true)
  public List<PostedJournal> list(JournalFilter filter) {
    return mapper.list(filter);
  }

  /**
   * Where the chain of a fiscal year ends now.
   *
   * @throws BusinessException {@code ledger.period-unknown} when the year was never opened
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public ChainHead chainHead(UUID organizationId, int fiscalYear) {
    ChainHead head = mapper.chainHead(organizationId, SERIES, fiscalYear);
    if (head == null) {
      throw LedgerError.PERIOD_UNKNOWN.with("fiscal year " + fiscalYear);
    }
    return head;
  }

  private PostedJournal enter(
      JournalDraft raw, Signatures signatures, @Nullable UUID reversesId, Scope scope) {
    JournalDraft draft = gate.complete(raw);
    gate.check(draft, scope);
    Period period = gate.share(draft);
    // the row that hands out numbers is held from here on, so nobody can post the same reference
    // between this look and our insert
    boolean booked =
        mapper.lockSeries(
            draft.organizationId(),
            SERIES,
            period.fiscalYear(),
            draft.source(),
            draft.sourceReference());
    if (booked) {
      throw LedgerError.DUPLICATE_REFERENCE.with(draft.source(), draft.sourceReference());
    }
    var row =
        LedgerMapper.JournalRow.of(
            draft,
            signatures,
            reversesId,
            period.fiscalYear(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    LedgerMapper.Entered entered =
        mapper.insertJournal(
            row, period.month().atDay(1), LedgerMapper.LineColumns.of(draft.lines()));
    return announce(row, entered, signatures);
  }

  private PostedJournal announce(
      LedgerMapper.JournalRow row, LedgerMapper.Entered entered, Signatures signatures) {
    String number = "%s-%d-%06d".formatted(row.series(), row.fiscalYear(), entered.number());
    var posted =
        new PostedJournal(
            row.id(),
            row.organizationId(),
            number,
            row.fiscalYear(),
            row.postingDate(),
            entered.recordedAt(),
            row.description(),
            row.source(),
            row.sourceReference(),
            signatures.maker(),
            signatures.checker(),
            row.reversesId(),
            entered.chainHash());
    audit.record(
        new AuditEntry(
            row.organizationId(),
            new Actor(signatures.maker(), signatures.makerFor()),
            row.reversesId() == null ? "posted" : "reversed",
            "ledger.journal",
            number,
            null,
            Map.of(
                "source",
                row.source(),
                "sourceReference",
                row.sourceReference(),
                "checker",
                Objects.requireNonNullElse(signatures.checker(), ""))));
    events.publishEvent(
        new JournalPosted(
            Ids.next(),
            row.organizationId(),
            row.id(),
            number,
            row.postingDate(),
            row.source(),
            row.sourceReference(),
            entered.recordedAt()));
    return posted;
  }
}
