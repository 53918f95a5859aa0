package org.countinghouse.close;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.close.ChecklistItem.Kind;
import org.countinghouse.close.ChecklistMapper.Row;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck;
import org.countinghouse.errors.BusinessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The checklists of closings: asks the modules, keeps who asked, when, and what they answered, and
 * notices when what was signed off is not so any more.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Checklists {

  private final CheckCatalogue catalogue;
  private final ChecklistPlans plans;
  private final ChecklistMapper mapper;
  private final ClosingMapper closings;
  private final Vouching vouching;
  private final Audit audit;
  private final Clock clock;

  Checklists(
      CheckCatalogue catalogue,
      ChecklistPlans plans,
      ChecklistMapper mapper,
      ClosingMapper closings,
      Vouching vouching,
      Audit audit,
      Clock clock) {
    this.catalogue = catalogue;
    this.plans = plans;
    this.mapper = mapper;
    this.closings = closings;
    this.vouching = vouching;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Everything to be done before the month may be closed, in order. An item is shown open from the
   * moment a balance it vouched for moved.
   */
  @Transactional(readOnly = true)
  public List<ChecklistItem> of(UUID closingId) {
    Closing closing = Closings.required(closings.find(closingId), closingId);
    boolean ended = closing.closedAt() != null;
    Map<String, List<VouchedBalance>> vouched = vouching.of(closingId);
    return mapper.list(closingId).stream()
        .map(row -> ChecklistRows.item(row, vouched.getOrDefault(row.key(), List.of()), ended))
        .toList();
  }

  /**
   * Asks every module anew, in the order of their dependencies; an item whose predecessors are not
   * done waits. What was done before and is not any more is open again; what people signed off
   * stays so unless a balance it vouches for moved. Routines are asked only once they have run.
   *
   * @param actor who wants to know; kept as evidence
   */
  public List<ChecklistItem> check(UUID closingId, Actor actor) {
    Closing closing = Closings.required(closings.lockById(closingId), closingId);
    closing.requireState(Closing.State.CHECKING, Closing.State.IN_REVIEW);
    List<PlannedItem> plan = plans.of(closing.organizationId(), closing.period());
    Map<String, Row> rows = new HashMap<>();
    mapper.list(closingId).forEach(row -> rows.put(row.key(), row));
    Set<String> done = new HashSet<>();
    for (PlannedItem item : plan) {
      Row row = rows.get(item.key());
      if (row == null) {
        row = Row.fresh(item, rows.size());
        mapper.insert(closing.organizationId(), closingId, row);
        rows.put(item.key(), row);
      }
      boolean due = CheckCatalogue.isDue(item, done, plan);
      Row looked = look(closing, item, row, due, actor);
      if (looked.isDone()) {
        done.add(item.key());
      }
      mapper.update(closingId, looked);
    }
    List<ChecklistItem> items = of(closingId);
    recordAudit(closing, actor, items);
    return items;
  }

  private Row look(Closing closing, PlannedItem item, Row row, boolean due, Actor actor) {
    if (item instanceof PlannedItem.Asked asked) {
      return due ? asked(closing, asked.check(), row, actor) : row.waiting();
    }
    if (item instanceof PlannedItem.Run run) {
      boolean ran = row.jobRunId() != null;
      return ran && row.isDone()
          ? answered(
              row,
              run.routine().evidence(closing.organizationId(), closing.period()),
              actor,
              row.jobRunId())
          : row;
    }
    if (row.isDone()) {
      return vouching.hasMoved(closing.id(), row.key())
          ? vouching.decertify(closing, row, actor)
          : row;
    }
    return due ? vouching.due(closing, row, actor) : row.waiting();
  }

  private Row asked(Closing closing, ReadinessCheck check, Row row, Actor actor) {
    Readiness answer = check.check(closing.organizationId(), closing.period());
    Row answered = answered(row, answer, actor, null);
    vouching.vouch(
        closing,
        row.key(),
        answered.isDone()
            ? check.watchedAccounts(closing.organizationId(), closing.period())
            : Set.of());
    return answered;
  }

  /**
   * What is open right now, nothing stored: asked once more before the point of no return, except
   * what {@linkplain ReadinessCheck#endsWithTheLock ended with the lock} and what {@linkplain
   * ReadinessCheck#growsWithTheLines takes longer the more lines there are}.
   *
   * @return labels of everything open; empty when the month may be closed
   */
  @Transactional(readOnly = true)
  public List<String> openNow(UUID closingId) {
    Closing closing = Closings.required(closings.find(closingId), closingId);
    List<String> open = new ArrayList<>();
    catalogue.checks().stream()
        .filter(check -> !check.endsWithTheLock() && !check.growsWithTheLines())
        .forEach(
            check ->
                ChecklistRows.summary(
                        check.title(), check.check(closing.organizationId(), closing.period()))
                    .ifPresent(open::add));
    catalogue
        .routines()
        .forEach(
            routine ->
                ChecklistRows.summary(
                        routine.title(),
                        routine.evidence(closing.organizationId(), closing.period()))
                    .ifPresent(open::add));
    of(closingId).stream()
        .filter(item -> item.kind() == Kind.MANUAL || item.kind() == Kind.ROUTINE)
        .filter(item -> !item.isDone())
        .map(ChecklistRows::summary)
        .filter(label -> !open.contains(label))
        .forEach(open::add);
    return open;
  }

  /**
   * What is open of what takes longer the more lines there are; asked before the month is locked.
   */
  @Transactional(readOnly = true)
  public List<String> openByTheLines(UUID closingId) {
    Closing closing = Closings.required(closings.find(closingId), closingId);
    return catalogue.checks().stream()
        .filter(ReadinessCheck::growsWithTheLines)
        .flatMap(
            check ->
                ChecklistRows.summary(
                    check.title(), check.check(closing.organizationId(), closing.period()))
                    .stream())
        .toList();
  }

  /** What is open and not waiting for something else, in words, one line per item. */
  @Transactional(readOnly = true)
  public List<String> openLabels(UUID closingId) {
    return of(closingId).stream()
        .filter(item -> item.kind() != Kind.STEP && item.state() == ChecklistItem.State.OPEN)
        .map(ChecklistRows::summary)
        .toList();
  }

  /** Whether nothing is left but the steps of the close itself. */
  public static boolean isReady(List<ChecklistItem> items) {
    return items.stream().filter(item -> item.kind() != Kind.STEP).allMatch(ChecklistItem::isDone);
  }

  /** Whether people's signatures are all that is missing. */
  public static boolean lacksOnlySignOffs(List<ChecklistItem> items) {
    List<ChecklistItem> open =
        items.stream()
            .filter(item -> item.kind() != Kind.STEP)
            .filter(item -> !item.isDone())
            .toList();
    return open.stream().anyMatch(item -> item.state() == ChecklistItem.State.OPEN)
        && open.stream()
            .allMatch(
                item -> item.kind() == Kind.MANUAL || item.state() == ChecklistItem.State.WAITING);
  }

  /** Whether everything is done that no routine needs to run before. */
  @Transactional(readOnly = true)
  public boolean isReadyForRoutines(UUID closingId) {
    Closing closing = Closings.required(closings.find(closingId), closingId);
    Set<String> following =
        CheckCatalogue.followingRoutines(plans.of(closing.organizationId(), closing.period()));
    return of(closingId).stream()
        .filter(item -> item.kind() != Kind.STEP && !following.contains(item.key()))
        .allMatch(ChecklistItem::isDone);
  }

  /** Notes that a step of the close itself was done: reviewed, proved, approved. */
  void record(
      Closing closing,
      CloseStep step,
      Actor actor,
      Map<String, String> figures,
      @Nullable UUID jobRunId) {
    Row row = mapper.find(closing.id(), step.key());
    if (row == null) { // the list of an older closing: the step came with a later version
      row = Row.fresh(step, ChecklistPlans.FIRST_STEP + step.ordinal());
      mapper.insert(closing.organizationId(), closing.id(), row);
    }
    mapper.update(closing.id(), answered(row, Readiness.ready(figures), actor, jobRunId));
  }

  /** Takes back the steps of the close itself: the figures will be others. */
  void takeBackSteps(Closing closing) {
    mapper.list(closing.id()).stream()
        .filter(row -> row.is(Kind.STEP))
        .forEach(row -> mapper.update(closing.id(), row.waiting()));
  }

  /** Lays out the list of a new closing. */
  void layOut(Closing closing) {
    int position = 0;
    for (PlannedItem item : plans.of(closing.organizationId(), closing.period())) {
      mapper.insert(closing.organizationId(), closing.id(), Row.fresh(item, position++));
    }
    for (CloseStep step : plans.stepsOf(closing.organizationId(), closing.period())) {
      mapper.insert(
          closing.organizationId(),
          closing.id(),
          Row.fresh(step, ChecklistPlans.FIRST_STEP + step.ordinal()));
    }
  }

  private Row answered(Row row, Readiness answer, Actor actor, @Nullable UUID jobRunId) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return row.answered(answer, actor.username(), actor.onBehalfOf(), at, jobRunId);
  }

  private void recordAudit(Closing closing, Actor actor, List<ChecklistItem> items) {
    audit.record(
        new AuditEntry(
            closing.organizationId(),
            actor,
            "checked",
            Closings.RESOURCE,
            closing.number(),
            null,
            items.stream()
                .collect(Collectors.toMap(ChecklistItem::key, item -> item.state().name()))));
  }
}
