package org.countinghouse.close;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.close.ChecklistItem.State;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck;
import org.countinghouse.errors.BusinessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checklists of closings: asks the modules, keeps who asked, when, and what they answered. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Checklists {

  private final CheckCatalogue catalogue;
  private final ChecklistMapper mapper;
  private final ClosingMapper closings;
  private final Audit audit;
  private final Clock clock;

  Checklists(
      CheckCatalogue catalogue,
      ChecklistMapper mapper,
      ClosingMapper closings,
      Audit audit,
      Clock clock) {
    this.catalogue = catalogue;
    this.mapper = mapper;
    this.closings = closings;
    this.audit = audit;
    this.clock = clock;
  }

  /** Everything to be done before the month may be closed, in order. */
  @Transactional(readOnly = true)
  public List<ChecklistItem> of(UUID closingId) {
    return mapper.list(closingId).stream().map(Checklists::item).toList();
  }

  /**
   * Asks every module anew, in the order of their dependencies; an item whose predecessors are not
   * done waits. What was done before and is not any more is open again.
   *
   * @param actor who wants to know; kept as evidence
   */
  public List<ChecklistItem> check(UUID closingId, Actor actor) {
    Closing closing = Closings.required(closings.lockById(closingId), closingId);
    closing.requireState(Closing.State.CHECKING, Closing.State.IN_REVIEW);
    Set<String> done = new HashSet<>();
    Map<String, ChecklistMapper.Row> rows =
        mapper.list(closingId).stream()
            .collect(Collectors.toMap(ChecklistMapper.Row::key, row -> row));
    for (ReadinessCheck check : catalogue.inOrder()) {
      ChecklistMapper.Row row = rows.get(check.key());
      if (row == null) {
        row = newRow(check, rows.size());
        mapper.insert(closing.organizationId(), closingId, row);
      }
      @Nullable Readiness answer =
          catalogue.isDue(check, done)
              ? check.check(closing.organizationId(), closing.period())
              : null;
      if (answer != null && answer.isReady()) {
        done.add(check.key());
      }
      mapper.update(closingId, answered(row, answer, actor, null));
    }
    List<ChecklistItem> items = of(closingId);
    recordAudit(closing, actor, items);
    return items;
  }

  /**
   * What is open right now, nothing stored: asked once more before the point of no return, except
   * what {@linkplain ReadinessCheck#endsWithTheLock ended with the lock}.
   *
   * @return labels of everything open; empty when the month may be closed
   */
  @Transactional(readOnly = true)
  public List<String> openNow(UUID organizationId, YearMonth period) {
    return catalogue.inOrder().stream()
        .filter(check -> !check.endsWithTheLock())
        .map(check -> Map.entry(check, check.check(organizationId, period)))
        .filter(answer -> !answer.getValue().isReady())
        .map(answer -> answer.getKey().title().english() + summary(answer.getValue()))
        .toList();
  }

  /** Whether every module is ready; the steps of the close itself come later. */
  public static boolean isReady(List<ChecklistItem> items) {
    return items.stream()
        .filter(item -> !CloseStep.keys().contains(item.key()))
        .allMatch(ChecklistItem::isDone);
  }

  /** Notes that a step of the close itself was done: reviewed, proved, approved. */
  void record(
      Closing closing,
      CloseStep step,
      Actor actor,
      Map<String, String> figures,
      @Nullable UUID jobRunId) {
    ChecklistMapper.Row row =
        mapper.list(closing.id()).stream()
            .filter(r -> r.key().equals(step.key()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no item " + step.key()));
    mapper.update(closing.id(), answered(row, Readiness.ready(figures), actor, jobRunId));
  }

  /** Takes back the steps of the close itself: the figures will be others. */
  void takeBackSteps(Closing closing) {
    for (ChecklistMapper.Row row : mapper.list(closing.id())) {
      if (CloseStep.keys().contains(row.key())) {
        mapper.update(
            closing.id(),
            new ChecklistMapper.Row(
                row.key(),
                row.position(),
                row.titleEn(),
                row.titleDe(),
                row.afterKeys(),
                State.WAITING.name(),
                null,
                null,
                null,
                "{}",
                null));
      }
    }
  }

  /** Lays out the list of a new closing. */
  void layOut(Closing closing) {
    int position = 0;
    for (ReadinessCheck check : catalogue.inOrder()) {
      mapper.insert(closing.organizationId(), closing.id(), newRow(check, position++));
    }
    for (CloseStep step : CloseStep.values()) {
      mapper.insert(
          closing.organizationId(),
          closing.id(),
          new ChecklistMapper.Row(
              step.key(),
              1000 + step.ordinal(), // after every check, those installed later included
              step.title().english(),
              step.title().german(),
              "",
              State.WAITING.name(),
              null,
              null,
              null,
              "{}",
              null));
    }
  }

  private static ChecklistMapper.Row newRow(ReadinessCheck check, int position) {
    return new ChecklistMapper.Row(
        check.key(),
        position,
        check.title().english(),
        check.title().german(),
        String.join(",", check.after()),
        State.WAITING.name(),
        null,
        null,
        null,
        "{}",
        null);
  }

  private ChecklistMapper.Row answered(
      ChecklistMapper.Row row, @Nullable Readiness answer, Actor actor, @Nullable UUID jobRunId) {
    @Nullable Instant at = answer == null ? null : clock.instant().truncatedTo(ChronoUnit.MICROS);
    State state = answer == null ? State.WAITING : answer.isReady() ? State.DONE : State.OPEN;
    return new ChecklistMapper.Row(
        row.key(),
        row.position(),
        row.titleEn(),
        row.titleDe(),
        row.afterKeys(),
        state.name(),
        answer == null ? null : actor.username(),
        answer == null ? null : actor.onBehalfOf(),
        at,
        answer == null ? "{}" : EvidenceFormat.write(answer),
        jobRunId);
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

  private static String summary(Readiness readiness) {
    String items =
        readiness.openItems().stream()
            .limit(5)
            .map(item -> item.label())
            .collect(Collectors.joining(", "));
    String differences =
        readiness.tieOuts().stream()
            .filter(tieOut -> !tieOut.ties())
            .map(tieOut -> tieOut.account() + " differs by " + tieOut.difference())
            .collect(Collectors.joining(", "));
    return " ("
        + items
        + (items.isEmpty() || differences.isEmpty() ? "" : "; ")
        + differences
        + ")";
  }

  private static ChecklistItem item(ChecklistMapper.Row row) {
    return new ChecklistItem(
        row.key(),
        row.position(),
        row.titleEn(),
        row.titleDe(),
        row.afterKeys().isEmpty() ? List.of() : List.of(row.afterKeys().split(",")),
        State.valueOf(row.state()),
        row.checkedBy(),
        row.checkedFor(),
        row.checkedAt(),
        EvidenceFormat.read(row.evidence()),
        row.jobRunId());
  }
}
