package org.countinghouse.consolidation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.consolidation.Consolidation.State;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closings of a group's months: how they begin and how they stand; {@link ConsolidationSteps} takes
 * them to their end. Whoever acts holds the permission in every member of the group.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Consolidations {

  static final String RESOURCE = "consolidation.group-close";

  private static final String START = RESOURCE + ":start";
  private static final String WORK = RESOURCE + ":work";

  private final ConsolidationMapper mapper;
  private final Groups groups;
  private final ConsolidationWork work;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Consolidations(
      ConsolidationMapper mapper,
      Groups groups,
      ConsolidationWork work,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.groups = groups;
    this.work = work;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Asks for a group's month to be closed; {@link ConsolidationStarted} makes the engine take it
   * on.
   *
   * @throws BusinessException {@code consolidation.not-entitled}, {@code consolidation.under-way},
   *     {@code consolidation.closed-already}, {@code consolidation.period-not-begun}
   */
  public Consolidation start(Group group, YearMonth period, Actor actor) {
    Consolidation started = register(group, period, actor);
    events.publishEvent(
        new ConsolidationStarted(
            started.id(), started.organizationId(), started.number(), period, actor));
    return started;
  }

  /** As {@link #start}, for a process that runs already and takes it on itself: no event. */
  public Consolidation register(Group group, YearMonth period, Actor actor) {
    groups.require(actor, START, group);
    LocalDate firstDay = period.atDay(1);
    Consolidation other = mapper.findUnderWay(group.id(), firstDay);
    if (other != null) {
      throw ConsolidationError.UNDER_WAY.with(period, other.number());
    }
    Consolidation closed = mapper.findNewestClosed(group.id(), firstDay);
    if (closed != null && work.staleMember(closed).isEmpty()) {
      throw ConsolidationError.CLOSED_ALREADY.with(period, closed.number());
    }
    Instant now = now();
    if (firstDay.isAfter(LocalDate.ofInstant(now, zone(group)))) {
      throw ConsolidationError.PERIOD_NOT_BEGUN.with(period);
    }
    Consolidation fresh =
        fresh(group, period, mapper.lastSequence(group.id(), firstDay) + 1, actor, now);
    mapper.insert(fresh);
    record(fresh, actor, "started", null);
    return fresh;
  }

  private ZoneId zone(Group group) {
    return groups.member(group, group.organizationId()).zone();
  }

  private static Consolidation fresh(
      Group group, YearMonth period, int sequence, Actor actor, Instant now) {
    return new Consolidation(
        Ids.next(),
        group.organizationId(),
        group.id(),
        period.atDay(1),
        sequence,
        "%s-%s-%s".formatted(group.code(), period, sequence),
        group.currency().getCurrencyCode(),
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
        null,
        null,
        null,
        null,
        null);
  }

  /**
   * The consolidation of this id.
   *
   * @throws BusinessException {@code consolidation.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Consolidation get(UUID id) {
    return required(mapper.find(id), id);
  }

  /**
   * The consolidation of this number.
   *
   * @throws BusinessException {@code consolidation.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Consolidation byNumber(UUID organizationId, String number) {
    return required(mapper.findByNumber(organizationId, number), number);
  }

  /** All attempts at a month, or at any, newest first. */
  @Transactional(readOnly = true)
  public List<Consolidation> list(Group group, @Nullable YearMonth period) {
    return mapper.list(group.id(), period == null ? null : period.atDay(1));
  }

  /** The newest closed consolidation of a month. */
  @Transactional(readOnly = true)
  public Optional<Consolidation> newestClosed(Group group, YearMonth period) {
    return Optional.ofNullable(mapper.findNewestClosed(group.id(), period.atDay(1)));
  }

  /**
   * The consolidation a process was started for. The id comes from outside with the start of the
   * process, so it is believed only for one of the organization that has just begun.
   *
   * @throws BusinessException {@code consolidation.unknown} when it is none of this organization
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Optional<Consolidation> awaitingProcess(UUID organizationId, Optional<UUID> id) {
    return id.map(
        known -> {
          Consolidation consolidation = get(known);
          if (!consolidation.organizationId().equals(organizationId)) {
            throw ConsolidationError.CONSOLIDATION_UNKNOWN.with(known);
          }
          consolidation.requireState(State.CHECKING);
          return consolidation;
        });
  }

  /**
   * Refuses who may not work on this consolidation.
   *
   * @throws BusinessException {@code consolidation.not-entitled}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public void requireWorker(UUID id, Actor actor) {
    groups.require(actor, WORK, groups.byId(get(id).groupId()));
  }

  static Consolidation required(@Nullable Consolidation found, Object wanted) {
    if (found == null) {
      throw ConsolidationError.CONSOLIDATION_UNKNOWN.with(wanted);
    }
    return found;
  }

  private void record(
      Consolidation consolidation, Actor actor, String action, @Nullable Object values) {
    audit.record(
        new AuditEntry(
            consolidation.organizationId(),
            actor,
            action,
            RESOURCE,
            consolidation.number(),
            null,
            values));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
