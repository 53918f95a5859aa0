package org.countinghouse.close;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.close.Closing.State;
import org.countinghouse.close.certificate.Figures;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.BalanceDifference;
import org.countinghouse.ledger.Balances;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The point of no return: closes the ledger's month with exactly what was approved. */
@Service
public class HardClose {

  private final ClosingMapper closings;
  private final Checklists checklists;
  private final CloseFigures figures;
  private final LedgerViewMapper views;
  private final Periods periods;
  private final Ledger ledger;
  private final Balances balances;
  private final Reopenings reopenings;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  HardClose(
      ClosingMapper closings,
      Checklists checklists,
      CloseFigures figures,
      LedgerViewMapper views,
      Periods periods,
      Ledger ledger,
      Balances balances,
      Reopenings reopenings,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.closings = closings;
    this.checklists = checklists;
    this.figures = figures;
    this.views = views;
    this.periods = periods;
    this.ledger = ledger;
    this.balances = balances;
    this.reopenings = reopenings;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A proof that the stored balances of a month are the sums of its lines.
   *
   * @param lines how many lines were summed
   * @param journals how many journals the books held before it began
   * @param differences every balance that is not the sum of its lines; empty is the proof
   */
  public record Proof(long lines, long journals, List<BalanceDifference> differences) {}

  /** How many lines {@link #prove} has to sum, so that people see how long it takes. */
  @Transactional(readOnly = true)
  public long linesToProve(UUID closingId) {
    Closing closing = Closings.required(closings.find(closingId), closingId);
    return views.countLines(closing.organizationId(), closing.firstDay());
  }

  /**
   * Sums the month's lines anew and asks what else takes longer the more lines there are. Takes as
   * long as that takes and locks nothing.
   *
   * @throws BusinessException {@code close.items-open}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Proof prove(UUID closingId) {
    Closing closing = Closings.required(closings.find(closingId), closingId);
    requireNothingOpen(closing, checklists.openByTheLines(closingId));
    long journals = journals(closing);
    List<BalanceDifference> differences =
        balances.prove(closing.organizationId(), closing.period());
    return new Proof(linesToProve(closingId), journals, differences);
  }

  /**
   * Closes the month of an approved closing. Under the lock on the month nothing can be posted, so
   * what is compared is what is closed. Costs as much as there are accounts. Safe to repeat: what
   * is closed stays closed.
   *
   * @param proof what {@link #prove} gave before; journals posted since are proved once more here
   * @param jobRunId the run that does it; kept as evidence
   * @throws BusinessException {@code close.not-approved}, {@code close.items-open}, {@code
   *     close.balances-differ}, {@code close.figures-changed}
   */
  @Transactional(noRollbackFor = BusinessException.class)
  public Closing close(UUID closingId, Proof proof, UUID jobRunId, Actor actor) {
    Closing closing = Closings.required(closings.lockById(closingId), closingId);
    if (closing.state() == State.CLOSED) {
      return closing;
    }
    if (closing.state() != State.APPROVED) {
      throw CloseError.NOT_APPROVED.with(closing.period(), closing.number());
    }
    UUID organizationId = closing.organizationId();
    YearMonth period = closing.period();
    views.lockPeriod(organizationId, closing.firstDay());
    Instant closedAt = afterLastJournal(organizationId);
    requireNothingOpen(closing, checklists.openNow(closingId));
    if (journals(closing) != proof.journals()) {
      requireNothingOpen(closing, checklists.openByTheLines(closingId));
      requireProved(closing);
    }
    Figures current = figures.of(closing, closedAt);
    if (!current.sha256().equals(closing.figuresHash())) {
      throw CloseError.FIGURES_CHANGED.with(period, String.valueOf(closing.approvedBy()));
    }
    closeEarlierEmptyMonths(closing, actor);
    closeMonth(organizationId, period, actor);
    if (closings.close(closingId, closedAt) != 1) {
      throw new IllegalStateException("closing " + closing.number() + " is locked and yet changed");
    }
    checklists.record(
        closing, CloseStep.PERIOD_CLOSED, actor, Map.of("figures", current.sha256()), jobRunId);
    reopenings.endByClosing(organizationId, period, closing.number(), actor);
    audit.record(
        new AuditEntry(
            organizationId,
            actor,
            "closed",
            Closings.RESOURCE,
            closing.number(),
            null,
            Map.of("figures", current.sha256(), "closedAt", closedAt.toString())));
    events.publishEvent(Closings.ended(closing, checklists.of(closingId)));
    events.publishEvent(
        new PeriodClosed(
            Ids.next(), closingId, organizationId, closing.number(), period, closedAt));
    return Closings.required(closings.find(closingId), closingId);
  }

  private static void requireNothingOpen(Closing closing, List<String> open) {
    if (!open.isEmpty()) {
      throw CloseError.ITEMS_OPEN.with(closing.period(), String.join("; ", open));
    }
  }

  private void requireProved(Closing closing) {
    List<BalanceDifference> differences =
        balances.prove(closing.organizationId(), closing.period());
    if (!differences.isEmpty()) {
      BalanceDifference first = differences.get(0);
      throw CloseError.BALANCES_DIFFER.with(
          closing.period(), first.account(), stored(first), summed(first));
    }
  }

  /** A stored balance in words. */
  public static String stored(BalanceDifference difference) {
    return difference.storedDebit() + " / " + difference.storedCredit();
  }

  /** What the lines sum to, in words. */
  public static String summed(BalanceDifference difference) {
    return difference.lineDebit() + " / " + difference.lineCredit();
  }

  private long journals(Closing closing) {
    int fiscalYear =
        periods
            .find(closing.organizationId(), closing.period())
            .map(Period::fiscalYear)
            .orElseThrow(() -> LedgerError.PERIOD_UNKNOWN.with(closing.period()));
    return ledger.chainHead(closing.organizationId(), fiscalYear).journals();
  }

  /**
   * Now, but not before the newest journal: nodes' clocks differ a little, and what is closed must
   * be known at the instant of the close.
   */
  private Instant afterLastJournal(UUID organizationId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant last = views.findLastRecordedAt(organizationId, Ledger.SERIES);
    return last == null || last.isBefore(now) ? now : last;
  }

  /** Nobody would close a month that holds nothing; left open it could still change this one. */
  private void closeEarlierEmptyMonths(Closing closing, Actor actor) {
    for (LedgerViewMapper.EarlierPeriod earlier :
        views.listEarlierOpen(closing.organizationId(), closing.firstDay())) {
      closeMonth(closing.organizationId(), YearMonth.from(earlier.firstDay()), actor);
    }
  }

  private void closeMonth(UUID organizationId, YearMonth month, Actor actor) {
    PeriodState state = periods.find(organizationId, month).map(Period::state).orElseThrow();
    if (state != PeriodState.CLOSED) { // a reopening that ran out has closed it already
      periods.close(organizationId, month, actor);
    }
  }
}
