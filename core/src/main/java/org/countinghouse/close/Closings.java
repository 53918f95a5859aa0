package org.countinghouse.close;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.close.Closing.State;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closings of months: begun, found, given up. {@link Checklists} says what is open, {@link
 * ClosingReviews} takes them from review to approval, {@link HardClose} closes.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Closings {

  static final String RESOURCE = "close.period-close";

  private static final String START = "close.period-close:start";
  private static final String WORK = "close.period-close:work";

  private final ClosingMapper mapper;
  private final Checklists checklists;
  private final SubledgerLock subledgers;
  private final CloseFigures figures;
  private final Periods periods;
  private final Organizations organizations;
  private final Access access;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Closings(
      ClosingMapper mapper,
      Checklists checklists,
      SubledgerLock subledgers,
      CloseFigures figures,
      Periods periods,
      Organizations organizations,
      Access access,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.checklists = checklists;
    this.subledgers = subledgers;
    this.figures = figures;
    this.periods = periods;
    this.organizations = organizations;
    this.access = access;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Asks for a month to be closed; {@link ClosingStarted} makes the engine take it on.
   *
   * @throws BusinessException {@code access.forbidden}, {@code ledger.period-unknown}, {@code
   *     close.closing-underway}, {@code close.period-closed-already}, {@code
   *     close.period-not-begun}
   */
  public Closing start(UUID organizationId, YearMonth period, Actor actor) {
    Closing closing = register(organizationId, period, actor);
    events.publishEvent(
        new ClosingStarted(closing.id(), organizationId, closing.number(), period, actor));
    return closing;
  }

  /** As {@link #start}, for a process that runs already and takes it on itself: no event. */
  public Closing register(UUID organizationId, YearMonth period, Actor actor) {
    access.require(actor, START, organizationId);
    LocalDate firstDay = period.atDay(1);
    Period ledgerPeriod = requiredPeriod(organizationId, period);
    Closing other = mapper.findUnderWay(organizationId, firstDay);
    if (other != null) {
      throw CloseError.CLOSING_UNDERWAY.with(period, other.number());
    }
    if (ledgerPeriod.state() == PeriodState.CLOSED
        && figures.isCertified(organizationId, period, clock.instant())) {
      throw CloseError.PERIOD_CLOSED_ALREADY.with(period);
    }
    Organization organization = organizations.byId(organizationId);
    Instant now = now();
    if (firstDay.isAfter(LocalDate.ofInstant(now, organization.zone()))) {
      throw CloseError.PERIOD_NOT_BEGUN.with(period, firstDay);
    }
    int sequence = mapper.lastSequence(organizationId, firstDay) + 1;
    Closing closing = fresh(organizationId, period, sequence, actor, now);
    mapper.insert(closing);
    checklists.layOut(closing);
    record(closing, actor, "started", null);
    return closing;
  }

  private static Closing fresh(
      UUID organizationId, YearMonth period, int sequence, Actor actor, Instant now) {
    return new Closing(
        Ids.next(),
        organizationId,
        period.atDay(1),
        sequence,
        "CLOSE-" + period + "-" + sequence,
        State.CHECKING,
        actor.username(),
        actor.onBehalfOf(),
        now,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /**
   * The closing of this id.
   *
   * @throws BusinessException {@code close.closing-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Closing get(UUID closingId) {
    return required(mapper.find(closingId), closingId);
  }

  /**
   * The closing of this number.
   *
   * @throws BusinessException {@code close.closing-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Closing byNumber(UUID organizationId, String number) {
    Closing closing = mapper.findByNumber(organizationId, number);
    if (closing == null) {
      throw CloseError.CLOSING_UNKNOWN.with(number);
    }
    return closing;
  }

  /** The closing of this month that has not ended. */
  @Transactional(readOnly = true)
  public Optional<Closing> underWay(UUID organizationId, YearMonth period) {
    return Optional.ofNullable(mapper.findUnderWay(organizationId, period.atDay(1)));
  }

  /**
   * The closing a process was started for. The id comes from outside with the start of the process,
   * so it is believed only for a closing of the organization that has just begun.
   *
   * @throws BusinessException {@code close.closing-unknown} when it is none of this organization
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Optional<Closing> awaitingProcess(UUID organizationId, Optional<UUID> closingId) {
    return closingId.map(
        id -> {
          Closing closing = get(id);
          if (!closing.organizationId().equals(organizationId)) {
            throw CloseError.CLOSING_UNKNOWN.with(id);
          }
          closing.requireState(State.CHECKING);
          return closing;
        });
  }

  /**
   * Refuses who may not work on this closing.
   *
   * @throws BusinessException {@code access.forbidden}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public void requireWorker(UUID closingId, Actor actor) {
    access.require(actor, WORK, get(closingId).organizationId());
  }

  /**
   * Refuses what is no reason.
   *
   * @throws BusinessException {@code close.reason-missing}
   */
  public static void requireReason(String reason) {
    Reasons.require(reason);
  }

  /** All attempts to close this month, newest first. */
  @Transactional(readOnly = true)
  public List<Closing> list(UUID organizationId, YearMonth period) {
    return mapper.listOfPeriod(organizationId, period.atDay(1));
  }

  /**
   * Gives the closing up; the month is as open as before.
   *
   * @throws BusinessException {@code close.closing-state}, {@code close.reason-missing}
   */
  public Closing withdraw(UUID closingId, String reason, Actor actor) {
    Closing closing = locked(closingId);
    access.require(actor, WORK, closing.organizationId());
    closing.requireState(State.CHECKING, State.IN_REVIEW, State.APPROVED);
    Reasons.require(reason);
    subledgers.unlock(closing, actor);
    demandOne(mapper.withdraw(closingId, now(), reason));
    record(closing, actor, "withdrawn", Map.of("reason", reason));
    events.publishEvent(ended(closing, checklists.of(closingId)));
    return get(closingId);
  }

  private Period requiredPeriod(UUID organizationId, YearMonth period) {
    return periods
        .find(organizationId, period)
        .orElseThrow(() -> LedgerError.PERIOD_UNKNOWN.with(period));
  }

  private Closing locked(UUID closingId) {
    return required(mapper.lockById(closingId), closingId);
  }

  /** Nobody waits for its items any more. */
  static ChecklistChanged ended(Closing closing, List<ChecklistItem> items) {
    return new ChecklistChanged(
        closing.id(),
        closing.organizationId(),
        closing.number(),
        items.stream()
            .filter(item -> item.kind() == ChecklistItem.Kind.MANUAL)
            .map(ChecklistItem::key)
            .collect(Collectors.toSet()),
        false);
  }

  static Closing required(@Nullable Closing closing, UUID closingId) {
    if (closing == null) {
      throw CloseError.CLOSING_UNKNOWN.with(closingId);
    }
    return closing;
  }

  private static void demandOne(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("the closing is locked and yet was changed by somebody else");
    }
  }

  private void record(Closing closing, Actor actor, String action, @Nullable Object values) {
    audit.record(
        new AuditEntry(
            closing.organizationId(), actor, action, RESOURCE, closing.number(), null, values));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
