package org.countinghouse.consolidation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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
 * The steps of closing a group's month, from the first check to the figures that never change
 * again. Whoever acts holds the permission in every member of the group.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ConsolidationSteps {

  private static final String WORK = Consolidations.RESOURCE + ":work";
  private static final String ACCEPT = Consolidations.RESOURCE + ":accept-difference";
  private static final String APPROVE = Consolidations.RESOURCE + ":approve";
  private static final int REASON_MIN = 10;
  private static final int REASON_MAX = 2000;

  private final ConsolidationMapper mapper;
  private final Groups groups;
  private final ConsolidationWork work;
  private final GroupWorkbooks workbooks;
  private final GroupCertificates certificates;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ConsolidationSteps(
      ConsolidationMapper mapper,
      Groups groups,
      ConsolidationWork work,
      GroupWorkbooks workbooks,
      GroupCertificates certificates,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.groups = groups;
    this.work = work;
    this.workbooks = workbooks;
    this.certificates = certificates;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Lets differences between members stand.
   *
   * @param reason why, 10 to 2000 characters
   * @throws BusinessException {@code consolidation.not-entitled}, {@code
   *     consolidation.reason-missing}, {@code consolidation.state}
   */
  public Consolidation acceptDifferences(UUID id, String reason, Actor actor) {
    Consolidation consolidation = locked(id);
    groups.require(actor, ACCEPT, groups.byId(consolidation.groupId()));
    consolidation.requireState(State.CHECKING);
    requireReason(reason);
    demandOne(mapper.accept(id, actor, reason.strip()));
    record(consolidation, actor, "differences accepted", Map.of("reason", reason.strip()));
    return Consolidations.required(mapper.find(id), id);
  }

  /** Brings the members into the group's currency; see {@link ConsolidationWork#translate}. */
  public Consolidation translate(UUID id) {
    Consolidation consolidation = locked(id);
    work.translate(consolidation);
    return consolidation;
  }

  /**
   * Takes the business among the members out, stores the workbook and freezes the figures for
   * review by their hash.
   *
   * @throws BusinessException {@code consolidation.state}
   */
  public Consolidation eliminate(UUID id, Actor actor) {
    Consolidation consolidation = locked(id);
    work.eliminate(consolidation);
    String hash = work.hash(consolidation);
    UUID workbook = workbooks.trialBalance(consolidation);
    demandOne(mapper.freeze(id, hash, workbook));
    record(consolidation, actor, "made", Map.of("figures", hash));
    return Consolidations.required(mapper.find(id), id);
  }

  /**
   * The reviewer finds the consolidated trial balance right.
   *
   * @throws BusinessException {@code consolidation.not-entitled}, {@code consolidation.state}
   */
  public Consolidation review(UUID id, Actor actor) {
    Consolidation consolidation = locked(id);
    groups.require(actor, WORK, groups.byId(consolidation.groupId()));
    consolidation.requireState(State.IN_REVIEW);
    demandOne(mapper.submit(id, actor, now()));
    record(
        consolidation,
        actor,
        "reviewed",
        Map.of("figures", String.valueOf(consolidation.figuresHash())));
    return Consolidations.required(mapper.find(id), id);
  }

  /** Sends the consolidation back to the checks; its figures are made anew afterwards. */
  public Consolidation sendBack(UUID id, String remark, Actor actor) {
    Consolidation consolidation = locked(id);
    consolidation.requireState(State.CHECKING, State.IN_REVIEW, State.APPROVED);
    demandOne(mapper.returnToChecking(id, remark));
    record(consolidation, actor, "sent back", Map.of("remark", remark));
    return Consolidations.required(mapper.find(id), id);
  }

  /**
   * The second person agrees to the figures that were reviewed.
   *
   * @throws BusinessException {@code consolidation.not-entitled}, {@code
   *     consolidation.same-person}, {@code consolidation.state}
   */
  public Consolidation approve(UUID id, Actor actor) {
    Consolidation consolidation = locked(id);
    groups.require(actor, APPROVE, groups.byId(consolidation.groupId()));
    consolidation.requireState(State.IN_REVIEW);
    requireOther(consolidation, actor.username());
    String absent = actor.onBehalfOf();
    if (absent != null) {
      requireOther(consolidation, absent);
    }
    demandOne(mapper.approve(id, actor, now()));
    record(
        consolidation,
        actor,
        "approved",
        Map.of("figures", String.valueOf(consolidation.figuresHash())));
    return Consolidations.required(mapper.find(id), id);
  }

  /**
   * Closes the group's month: its figures never change again, and a signed certificate says what
   * they rest on. Asked twice, it is done once.
   *
   * @throws BusinessException {@code consolidation.state}; {@code consolidation.figures-changed}
   *     when a member's month was opened or closed again since
   */
  public Consolidation close(UUID id, Actor actor) {
    Consolidation consolidation = locked(id);
    if (consolidation.state() == State.CLOSED) {
      return consolidation;
    }
    consolidation.requireState(State.APPROVED);
    Optional<String> stale = work.staleMember(consolidation);
    if (stale.isPresent()) {
      throw ConsolidationError.FIGURES_CHANGED.with(consolidation.period(), stale.get());
    }
    if (!work.hash(consolidation).equals(consolidation.figuresHash())) {
      throw ConsolidationError.FIGURES_CHANGED.with(consolidation.period(), "the figures");
    }
    Instant at = now();
    demandOne(mapper.close(id, at));
    Consolidation closed = Consolidations.required(mapper.find(id), id);
    certificates.issue(closed, actor);
    record(closed, actor, "closed", Map.of("figures", String.valueOf(closed.figuresHash())));
    events.publishEvent(
        new GroupClosed(
            Ids.next(),
            closed.organizationId(),
            closed.groupId(),
            id,
            closed.number(),
            closed.period(),
            at));
    return closed;
  }

  /**
   * Gives the consolidation up.
   *
   * @throws BusinessException {@code consolidation.not-entitled}, {@code
   *     consolidation.reason-missing}, {@code consolidation.state}
   */
  public Consolidation withdraw(UUID id, String reason, Actor actor) {
    Consolidation consolidation = locked(id);
    groups.require(actor, WORK, groups.byId(consolidation.groupId()));
    consolidation.requireState(State.CHECKING, State.IN_REVIEW, State.APPROVED);
    requireReason(reason);
    demandOne(mapper.withdraw(id, now(), reason.strip()));
    record(consolidation, actor, "withdrawn", Map.of("reason", reason.strip()));
    return Consolidations.required(mapper.find(id), id);
  }

  /**
   * Refuses what is no reason.
   *
   * @throws BusinessException {@code consolidation.reason-missing}
   */
  public static void requireReason(String reason) {
    if (reason.strip().length() < REASON_MIN || reason.length() > REASON_MAX) {
      throw ConsolidationError.REASON_MISSING.with(REASON_MIN, REASON_MAX);
    }
  }

  private static void requireOther(Consolidation consolidation, String username) {
    if (consolidation.makers().contains(username)) {
      throw ConsolidationError.SAME_PERSON.with(username);
    }
  }

  private Consolidation locked(UUID id) {
    return Consolidations.required(mapper.lockById(id), id);
  }

  private static void demandOne(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("the consolidation is locked and yet was changed elsewhere");
    }
  }

  private void record(
      Consolidation consolidation, Actor actor, String action, @Nullable Object values) {
    audit.record(
        new AuditEntry(
            consolidation.organizationId(),
            actor,
            action,
            Consolidations.RESOURCE,
            consolidation.number(),
            null,
            values));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
