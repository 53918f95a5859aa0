package org.countinghouse.close;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.close.Closing.State;
import org.countinghouse.close.certificate.Figures;
import org.countinghouse.errors.BusinessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A closing between its checks and its approval: figures frozen, reviewed, approved, sent back. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ClosingReviews {

  private static final String WORK = "close.period-close:work";
  private static final String APPROVE = "close.period-close:approve";

  private final ClosingMapper mapper;
  private final Checklists checklists;
  private final SubledgerLock subledgers;
  private final CloseFigures figures;
  private final Workbooks workbooks;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  ClosingReviews(
      ClosingMapper mapper,
      Checklists checklists,
      SubledgerLock subledgers,
      CloseFigures figures,
      Workbooks workbooks,
      Access access,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.checklists = checklists;
    this.subledgers = subledgers;
    this.figures = figures;
    this.workbooks = workbooks;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps the subledgers out while the month is looked at: only {@linkplain
   * org.countinghouse.ledger.Periods#ADJUSTING_MODULES adjustments} can still be posted. Safe to
   * repeat.
   */
  public void lockSubledgers(UUID closingId, Actor actor) {
    Closing closing = locked(closingId);
    closing.requireState(State.CHECKING);
    subledgers.lock(closing, actor);
  }

  /** Notes that the stored balances were proved, and by which run. */
  public void proved(UUID closingId, Actor actor, UUID jobRunId) {
    Closing closing = locked(closingId);
    checklists.record(closing, CloseStep.BALANCES_PROVED, actor, Map.of(), jobRunId);
  }

  /**
   * Freezes the figures of this moment for review: stores the trial balance as a workbook and its
   * hash with the closing.
   *
   * @throws BusinessException {@code close.closing-state}
   */
  public Closing prepareReview(UUID closingId, Actor actor) {
    Closing closing = locked(closingId);
    closing.requireState(State.CHECKING, State.IN_REVIEW);
    Instant knownAt = now();
    Figures frozen = figures.of(closing, knownAt);
    UUID workbook = workbooks.trialBalance(closing, knownAt);
    demandOne(mapper.submit(closingId, closing.preparedBy(), knownAt, frozen.sha256(), workbook));
    record(closing, actor, "submitted for review", Map.of("figures", frozen.sha256()));
    return get(closingId);
  }

  /**
   * The reviewer finds the trial balance right.
   *
   * @throws BusinessException {@code access.forbidden}, {@code close.closing-state}, {@code
   *     close.items-open}, {@code close.figures-changed}
   */
  public Closing review(UUID closingId, Actor actor) {
    Closing closing = locked(closingId);
    access.require(actor, WORK, closing.organizationId());
    closing.requireState(State.IN_REVIEW);
    requireReady(closing);
    Figures current = requireUnchanged(closing);
    demandOne(
        mapper.submit(
            closingId, actor.username(), now(), current.sha256(), required(closing.workbookId())));
    checklists.record(
        closing,
        CloseStep.TRIAL_BALANCE_REVIEWED,
        actor,
        Map.of("figures", current.sha256(), "workbook", required(closing.workbookId()).toString()),
        null);
    record(closing, actor, "reviewed", Map.of("figures", current.sha256()));
    return get(closingId);
  }

  /**
   * Sends the closing back to the checks: the subledgers may post again, the figures are no longer
   * submitted.
   *
   * @param remark why
   */
  public Closing sendBack(UUID closingId, String remark, Actor actor) {
    Closing closing = locked(closingId);
    closing.requireState(State.IN_REVIEW, State.CHECKING, State.APPROVED);
    subledgers.unlock(closing, actor);
    demandOne(mapper.returnToChecking(closingId, remark));
    checklists.takeBackSteps(closing);
    record(closing, actor, "sent back", Map.of("remark", remark));
    return get(closingId);
  }

  /**
   * The second person agrees to close the month with the figures that were reviewed.
   *
   * @throws BusinessException {@code access.forbidden}, {@code close.same-person}, {@code
   *     close.closing-state}
   */
  public Closing approve(UUID closingId, Actor actor) {
    Closing closing = locked(closingId);
    access.require(actor, APPROVE, closing.organizationId());
    closing.requireState(State.IN_REVIEW);
    requireOther(closing, actor.username());
    String absent = actor.onBehalfOf();
    if (absent != null) {
      requireOther(closing, absent);
    }
    demandOne(mapper.approve(closingId, actor.username(), absent, now()));
    checklists.record(
        closing,
        CloseStep.APPROVED,
        actor,
        Map.of("figures", String.valueOf(closing.figuresHash())),
        null);
    record(closing, actor, "approved", Map.of("figures", String.valueOf(closing.figuresHash())));
    return get(closingId);
  }

  /** What somebody signed off may have moved since. */
  private void requireReady(Closing closing) {
    List<String> open =
        checklists.of(closing.id()).stream()
            .filter(item -> item.kind() != ChecklistItem.Kind.STEP && !item.isDone())
            .map(ChecklistRows::summary)
            .toList();
    if (!open.isEmpty()) {
      throw CloseError.ITEMS_OPEN.with(closing.period(), String.join("; ", open));
    }
  }

  private Figures requireUnchanged(Closing closing) {
    Figures current = figures.of(closing, now());
    if (!current.sha256().equals(closing.figuresHash())) {
      throw CloseError.FIGURES_CHANGED.with(
          closing.period(), String.valueOf(closing.submittedBy()));
    }
    return current;
  }

  private static void requireOther(Closing closing, String username) {
    if (closing.makers().contains(username)) {
      throw CloseError.SAME_PERSON.with(username);
    }
  }

  private Closing locked(UUID closingId) {
    return Closings.required(mapper.lockById(closingId), closingId);
  }

  private Closing get(UUID closingId) {
    return Closings.required(mapper.find(closingId), closingId);
  }

  private static UUID required(@Nullable UUID workbook) {
    if (workbook == null) {
      throw new IllegalStateException("a closing in review has a workbook");
    }
    return workbook;
  }

  private static void demandOne(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("the closing is locked and yet was changed by somebody else");
    }
  }

  private void record(Closing closing, Actor actor, String action, @Nullable Object values) {
    audit.record(
        new AuditEntry(
            closing.organizationId(),
            actor,
            action,
            Closings.RESOURCE,
            closing.number(),
            null,
            values));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
