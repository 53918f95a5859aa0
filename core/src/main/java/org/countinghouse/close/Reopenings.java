package org.countinghouse.close;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.close.Reopening.State;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens closed months: with a reason, a second person's consent, and an end. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Reopenings {

  /** Nobody leaves a closed month open longer than this without asking again. */
  public static final Duration DURATION_MAX = Duration.ofDays(31);

  static final String RESOURCE = "close.period-reopen";

  private static final String START = "close.period-close:start";
  private static final String APPROVE = "close.period-close:approve";

  private final ReopeningMapper mapper;
  private final ReopenableMonths months;
  private final Access access;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Reopenings(
      ReopeningMapper mapper,
      ReopenableMonths months,
      Access access,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.months = months;
    this.access = access;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Asks for a closed month to be opened; {@link ReopeningRequested} makes the engine take it on.
   *
   * @param reason why, 10 to 2000 characters
   * @param expiresAt when it is locked again by itself; at most {@link #DURATION_MAX} from now
   * @throws BusinessException {@code access.forbidden}, {@code ledger.period-unknown}, {@code
   *     close.period-not-closed}, {@code close.later-period-closed}, {@code
   *     close.reopening-underway}, {@code close.reason-missing}, {@code close.expiry-invalid}
   */
  public Reopening request(
      UUID organizationId, YearMonth period, String reason, Instant expiresAt, Actor actor) {
    Reopening reopening = register(organizationId, period, reason, expiresAt, actor);
    events.publishEvent(
        new ReopeningRequested(reopening.id(), organizationId, reopening.number(), period, actor));
    return reopening;
  }

  /** As {@link #request}, for a process that runs already and takes it on itself: no event. */
  public Reopening register(
      UUID organizationId, YearMonth period, String reason, Instant expiresAt, Actor actor) {
    access.require(actor, START, organizationId);
    LocalDate firstDay = period.atDay(1);
    months.requireReopenable(organizationId, period);
    Reopening other = mapper.findUnderWay(organizationId, firstDay);
    if (other != null) {
      throw CloseError.REOPENING_UNDERWAY.with(period, other.number());
    }
    Reasons.require(reason);
    Instant now = now();
    if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(DURATION_MAX))) {
      throw CloseError.EXPIRY_INVALID.with(DURATION_MAX.toDays(), expiresAt);
    }
    int sequence = mapper.lastSequence(organizationId, firstDay) + 1;
    Reopening reopening =
        new Reopening(
            Ids.next(),
            organizationId,
            firstDay,
            sequence,
            "REOPEN-" + period + "-" + sequence,
            State.REQUESTED,
            reason.strip(),
            expiresAt.truncatedTo(ChronoUnit.MICROS),
            actor.username(),
            actor.onBehalfOf(),
            now,
            null,
            null,
            null,
            null,
            null);
    mapper.insert(reopening);
    record(reopening, actor, "requested", Map.of("reason", reopening.reason()));
    return reopening;
  }

  /**
   * The reopening of this id.
   *
   * @throws BusinessException {@code close.reopening-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Reopening get(UUID id) {
    return required(mapper.find(id), id);
  }

  /**
   * The reopening of this number.
   *
   * @throws BusinessException {@code close.reopening-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Reopening byNumber(UUID organizationId, String number) {
    Reopening reopening = mapper.findByNumber(organizationId, number);
    if (reopening == null) {
      throw CloseError.REOPENING_UNKNOWN.with(number);
    }
    return reopening;
  }

  /** The reopening of this month that has not ended. */
  @Transactional(readOnly = true)
  public Optional<Reopening> underWay(UUID organizationId, YearMonth period) {
    return Optional.ofNullable(mapper.findUnderWay(organizationId, period.atDay(1)));
  }

  /**
   * The reopening a process was started for. The id comes from outside with the start of the
   * process, so it is believed only for one of the organization that nobody has decided on.
   *
   * @throws BusinessException {@code close.reopening-unknown}, {@code close.reopening-state}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Optional<Reopening> awaitingProcess(UUID organizationId, Optional<UUID> reopeningId) {
    return reopeningId.map(
        id -> {
          Reopening reopening = get(id);
          if (!reopening.organizationId().equals(organizationId)) {
            throw CloseError.REOPENING_UNKNOWN.with(id);
          }
          requireState(reopening, State.REQUESTED);
          return reopening;
        });
  }

  /** All reopenings of this month, newest first. */
  @Transactional(readOnly = true)
  public List<Reopening> list(UUID organizationId, YearMonth period) {
    return mapper.listOfPeriod(organizationId, period.atDay(1));
  }

  /**
   * Opens the month: the second person agrees.
   *
   * @throws BusinessException {@code access.forbidden}, {@code close.same-person}, {@code
   *     close.reopening-state}, {@code close.later-period-closed}
   */
  public Reopening approve(UUID id, Actor actor) {
    Reopening reopening = locked(id, State.REQUESTED);
    access.require(actor, APPROVE, reopening.organizationId());
    String absent = actor.onBehalfOf();
    requireOther(reopening, actor.username());
    if (absent != null) {
      requireOther(reopening, absent);
    }
    months.requireReopenable(reopening.organizationId(), reopening.period());
    months.open(reopening.organizationId(), reopening.period(), actor);
    demandOne(mapper.reopen(id, actor.username(), absent, now()));
    record(reopening, actor, "reopened", Map.of("expiresAt", reopening.expiresAt().toString()));
    return get(id);
  }

  /** The second person does not agree; the month stays closed. */
  public Reopening reject(UUID id, String reason, Actor actor) {
    Reopening reopening = locked(id, State.REQUESTED);
    end(reopening, State.REJECTED, reason, actor);
    return get(id);
  }

  /**
   * The time is up: locks the month again whatever became of it. Does nothing when a closing has
   * ended the reopening before.
   *
   * @return whether the month was still open
   */
  public boolean expire(UUID id, Actor actor) {
    Reopening reopening = required(mapper.lockById(id), id);
    if (reopening.state() != State.REOPENED) {
      return false;
    }
    months.lock(reopening.organizationId(), reopening.period(), actor);
    end(reopening, State.EXPIRED, "the time was up", actor);
    return true;
  }

  /** A closing has closed the month again. */
  void endByClosing(UUID organizationId, YearMonth period, String closingNumber, Actor actor) {
    Reopening reopening = mapper.findUnderWay(organizationId, period.atDay(1));
    if (reopening != null && reopening.state() == State.REOPENED) {
      end(reopening, State.CLOSED_AGAIN, closingNumber, actor);
    }
  }

  private void end(Reopening reopening, State state, String remark, Actor actor) {
    Instant now = now();
    demandOne(mapper.end(reopening.id(), state, now, remark));
    record(reopening, actor, state.name().toLowerCase(Locale.ROOT), Map.of("remark", remark));
    events.publishEvent(
        new ReopeningEnded(
            Ids.next(),
            reopening.id(),
            reopening.organizationId(),
            reopening.number(),
            reopening.period(),
            state,
            now));
  }

  private static void requireOther(Reopening reopening, String username) {
    if (username.equals(reopening.requestedBy()) || username.equals(reopening.requestedFor())) {
      throw CloseError.SAME_PERSON.with(username);
    }
  }

  private Reopening locked(UUID id, State expected) {
    Reopening reopening = required(mapper.lockById(id), id);
    requireState(reopening, expected);
    return reopening;
  }

  private static void requireState(Reopening reopening, State expected) {
    if (reopening.state() != expected) {
      throw CloseError.REOPENING_STATE.with(reopening.number(), reopening.state(), expected);
    }
  }

  private static Reopening required(@Nullable Reopening reopening, UUID id) {
    if (reopening == null) {
      throw CloseError.REOPENING_UNKNOWN.with(id);
    }
    return reopening;
  }

  private static void demandOne(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("the reopening is locked and yet was changed");
    }
  }

  private void record(Reopening reopening, Actor actor, String action, Object values) {
    audit.record(
        new AuditEntry(
            reopening.organizationId(), actor, action, RESOURCE, reopening.number(), null, values));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
