package org.countinghouse.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The months of the books and how far each is closed: open → soft-closed → closed, and back by
 * reopening. Who may do so, and after which checks, is the closing process's business.
 *
 * <p>Every posting shares a lock on its period's row until it commits, and a change of state waits
 * for all of them: a close and a posting cannot cross.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Periods {

  /**
   * The modules that still post to a soft-closed month: those whose routines the close itself runs.
   * A source belongs to the module before its colon, {@code assets:depreciation} to assets.
   */
  public static final Set<String> ADJUSTING_MODULES =
      Set.of("ledger", "close", "assets", "currency", "allocations");

  private final PeriodMapper mapper;
  private final YearEnd yearEnd;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Periods(
      PeriodMapper mapper,
      YearEnd yearEnd,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.yearEnd = yearEnd;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** All periods of the opened years, first to last. */
  @Transactional(readOnly = true)
  public List<Period> list(UUID organizationId) {
    return mapper.list(organizationId).stream().map(PeriodMapper.Row::value).toList();
  }

  /** The period of this month, if its year was opened. */
  @Transactional(readOnly = true)
  public Optional<Period> find(UUID organizationId, YearMonth month) {
    return Optional.ofNullable(mapper.find(organizationId, month.atDay(1)))
        .map(PeriodMapper.Row::value);
  }

  /**
   * Leaves an open month to the adjusting modules only.
   *
   * @throws BusinessException {@code ledger.period-unknown}, {@code ledger.period-state}
   */
  public Period softClose(UUID organizationId, YearMonth month, Actor by) {
    return change(
        organizationId,
        month,
        Set.of(PeriodState.OPEN),
        PeriodState.SOFT_CLOSED,
        "soft-closed",
        by);
  }

  /**
   * Closes an open or soft-closed month to everybody, after waiting for postings under way.
   *
   * @throws BusinessException {@code ledger.period-unknown}, {@code ledger.period-state}
   */
  public Period close(UUID organizationId, YearMonth month, Actor by) {
    return change(
        organizationId,
        month,
        Set.of(PeriodState.OPEN, PeriodState.SOFT_CLOSED),
        PeriodState.CLOSED,
        "closed",
        by);
  }

  /**
   * Opens a closed or soft-closed month again and lifts its module locks. Was its year's result
   * carried forward, that is taken back.
   *
   * @throws BusinessException {@code ledger.period-unknown}, {@code ledger.period-state}, {@code
   *     ledger.carried-forward}
   */
  public Period reopen(UUID organizationId, YearMonth month, Actor by) {
    Period before = lock(organizationId, month);
    yearEnd.takeBack(organizationId, before.fiscalYear(), month, by); // refuses before any write
    Period reopened =
        change(
            organizationId,
            month,
            Set.of(PeriodState.CLOSED, PeriodState.SOFT_CLOSED),
            PeriodState.OPEN,
            "reopened",
            by);
    mapper.deleteLocks(organizationId, month.atDay(1));
    return reopened;
  }

  /**
   * Ends one module's postings to a month that stays open for the others; saying it again changes
   * nothing.
   *
   * @throws BusinessException {@code ledger.period-unknown}
   */
  public void lockModule(UUID organizationId, YearMonth month, String module, Actor by) {
    lock(organizationId, month);
    if (mapper.insertLock(organizationId, month.atDay(1), module, by.username(), clock.instant())
        == 1) {
      record(organizationId, month, "module-locked", by, null, Map.of("module", module));
    }
  }

  /**
   * Lets a module post again.
   *
   * @throws BusinessException {@code ledger.period-unknown}
   */
  public void unlockModule(UUID organizationId, YearMonth month, String module, Actor by) {
    lock(organizationId, month);
    if (mapper.deleteLock(organizationId, month.atDay(1), module) == 1) {
      record(organizationId, month, "module-unlocked", by, Map.of("module", module), null);
    }
  }

  private Period change(
      UUID organizationId,
      YearMonth month,
      Set<PeriodState> from,
      PeriodState to,
      String action,
      Actor by) {
    Period before = lock(organizationId, month);
    if (!from.contains(before.state())) {
      throw LedgerError.PERIOD_STATE.with(month, before.state(), to);
    }
    Instant now = clock.instant();
    mapper.updateState(organizationId, month.atDay(1), to);
    UUID eventId = Ids.next();
    mapper.insertEvent(
        eventId, organizationId, month.atDay(1), before.state(), to, by.username(), now);
    record(organizationId, month, action, by, Map.of("state", before.state()), Map.of("state", to));
    events.publishEvent(
        new PeriodStateChanged(eventId, organizationId, month, before.state(), to, now));
    return new Period(
        organizationId,
        month,
        before.fiscalYear(),
        before.number(),
        to,
        to == PeriodState.OPEN ? Set.of() : before.lockedModules());
  }

  private Period lock(UUID organizationId, YearMonth month) {
    mapper.lock(organizationId, month.atDay(1));
    return find(organizationId, month).orElseThrow(() -> LedgerError.PERIOD_UNKNOWN.with(month));
  }

  private void record(
      UUID organizationId,
      YearMonth month,
      String action,
      Actor by,
      @Nullable Object before,
      @Nullable Object after) {
    audit.record(
        new AuditEntry(
            organizationId, by, action, "ledger.period", month.toString(), before, after));
  }
}
