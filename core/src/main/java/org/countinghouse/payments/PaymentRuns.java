package org.countinghouse.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.payables.BulkSettlements;
import org.countinghouse.payments.PaymentRun.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Payment runs: where they stand, and their way from the review to the second person and back. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class PaymentRuns {

  private static final int LIMIT_MAX = 200;
  private static final int REASON_MIN = 3;

  private final RunMapper mapper;
  private final ProposalMapper items;
  private final PaymentMapper payments;
  private final PaymentRunStore store;
  private final BulkSettlements settlements;
  private final Outbox outbox;
  private final Organizations organizations;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PaymentRuns(
      RunMapper mapper,
      ProposalMapper items,
      PaymentMapper payments,
      PaymentRunStore store,
      BulkSettlements settlements,
      Outbox outbox,
      Organizations organizations,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.items = items;
    this.payments = payments;
    this.store = store;
    this.settlements = settlements;
    this.outbox = outbox;
    this.organizations = organizations;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The run of this id.
   *
   * @throws BusinessException {@code payments.run-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public PaymentRun require(UUID id) {
    return store.require(id).run();
  }

  /** The run of this number, if there is one. */
  @Transactional(readOnly = true)
  public Optional<PaymentRun> find(UUID organizationId, String number) {
    return Optional.ofNullable(mapper.findByNumber(organizationId, number)).map(RunMapper.Row::run);
  }

  /** The latest first, at most 200. */
  @Transactional(readOnly = true)
  public List<PaymentRun> list(UUID organizationId, @Nullable State state, int limit) {
    return mapper.list(organizationId, state, Math.max(1, Math.min(limit, LIMIT_MAX))).stream()
        .map(RunMapper.Row::run)
        .toList();
  }

  /** The files of a released run. */
  @Transactional(readOnly = true)
  public List<PaymentFile> files(UUID runId) {
    return mapper.listFiles(runId);
  }

  /**
   * Hands a reviewed run in for its release.
   *
   * @throws BusinessException {@code payments.run-state}, {@code payments.run-empty}, {@code
   *     payments.pay-on} when its day has gone by, {@code payments.run-stale}
   */
  public void submit(UUID runId, Actor by) {
    RunMapper.Row run = store.lock(runId);
    if (run.state() != State.REVIEW) {
      throw PaymentsError.RUN_STATE.with(run.number(), run.state(), "handed in");
    }
    requireReady(run);
    mapper.updateState(runId, State.IN_APPROVAL, by.username(), clock.instant());
    store.wrote(run, "submitted", null, by);
  }

  /**
   * {@link #submit} outside its process, which hears of it.
   *
   * @throws BusinessException as {@link #submit}
   */
  public void handIn(UUID runId, Actor by) {
    submit(runId, by);
    RunMapper.Row run = store.require(runId);
    events.publishEvent(
        new PaymentRunSubmitted(
            Ids.next(), run.organizationId(), runId, run.number(), clock.instant()));
  }

  /** Gives a run back to its reviewers; nothing happens to one that is with them. */
  public void giveBack(UUID runId) {
    RunMapper.Row run = store.lock(runId);
    if (run.state() == State.IN_APPROVAL) {
      mapper.updateState(runId, State.REVIEW, null, null);
    }
  }

  /** Refuses what cannot be released as it stands. */
  void requireReady(RunMapper.Row run) {
    if (items.listTotals(run.id()).isEmpty()) {
      throw PaymentsError.RUN_EMPTY.with(run.number());
    }
    LocalDate today = today(run.organizationId());
    if (run.payOn().isBefore(today)) {
      throw PaymentsError.PAY_ON.with(run.payOn(), today, "any later one");
    }
    items.wholeRuns();
    List<ProposalMapper.StaleRow> stale = items.listStale(run);
    items.asUsual();
    if (!stale.isEmpty()) {
      throw PaymentsError.RUN_STALE.with(
          stale.size(), run.number(), stale.get(0).documentNumber() + " " + stale.get(0).reason());
    }
  }

  /**
   * Gives a run up before its release: its items are free for the next proposal.
   *
   * @throws BusinessException {@code payments.run-state}, {@code payments.reason-missing}
   */
  public void giveUp(UUID runId, String reason, Actor by) {
    RunMapper.Row run = store.lock(runId);
    if (!run.state().isOpen()) {
      throw PaymentsError.RUN_STATE.with(run.number(), run.state(), "given up");
    }
    end(run, requireReason(run, reason), by);
  }

  /**
   * {@link #giveUp} outside its process, which hears of it.
   *
   * @throws BusinessException as {@link #giveUp}
   */
  public void abandon(UUID runId, String reason, Actor by) {
    giveUp(runId, reason, by);
    tell(store.require(runId), false, reason.strip());
  }

  /**
   * Takes a released run back before the bank took it: what was settled is open again. A file that
   * has not left yet does not leave; one that has needs the bank's word.
   *
   * @param confirmedByBank whether the bank said that it will not execute the files that left
   * @throws BusinessException {@code payments.run-state}, {@code payments.reason-missing}, {@code
   *     payments.taken-by-bank}
   */
  public void cancel(UUID runId, boolean confirmedByBank, String reason, Actor by) {
    RunMapper.Row run = store.lock(runId);
    if (run.state() != State.RELEASED) {
      throw PaymentsError.RUN_STATE.with(run.number(), run.state(), "taken back");
    }
    String why = requireReason(run, reason);
    Payment.@Nullable State further = payments.findFurthest(runId);
    if (further != null) {
      throw PaymentsError.TAKEN_BY_BANK.with(run.number(), further);
    }
    List<UUID> files = mapper.listOutboxIds(runId);
    if (!confirmedByBank && !files.stream().allMatch(outbox::isWaiting)) {
      throw PaymentsError.TAKEN_BY_BANK.with(run.number(), "its file has left");
    }
    List<UUID> settled = new ArrayList<>(payments.listSettlementsOfRun(runId));
    settlements.takeBack(
        run.organizationId(),
        settled,
        today(run.organizationId()),
        run.number() + " cancelled",
        why,
        by);
    long keptBack = files.stream().filter(outbox::withdraw).count();
    if (!confirmedByBank && keptBack < files.size()) {
      // a carrier took one between the look and the hold: nothing of this may stay
      throw new ConcurrentModificationException(run.number() + " is just leaving, try again");
    }
    payments.cancel(runId, clock.instant());
    mapper.updateFiles(runId, PaymentFile.State.CANCELLED);
    end(run, why, by);
    tell(run, true, why);
  }

  private void end(RunMapper.Row run, String reason, Actor by) {
    items.free(run.id());
    mapper.cancel(run.id(), by.username(), clock.instant(), reason);
    store.wrote(run, "cancelled", Map.of("reason", reason), by);
  }

  private void tell(RunMapper.Row run, boolean wasReleased, String reason) {
    events.publishEvent(
        new PaymentRunCancelled(
            Ids.next(),
            run.organizationId(),
            run.id(),
            run.number(),
            wasReleased,
            reason,
            clock.instant()));
  }

  private LocalDate today(UUID organizationId) {
    return LocalDate.now(clock.withZone(organizations.byId(organizationId).zone()));
  }

  private static String requireReason(RunMapper.Row run, String reason) {
    String why = reason.strip();
    if (why.length() < REASON_MIN) {
      throw PaymentsError.REASON_MISSING.with(run.number());
    }
    return why;
  }
}
