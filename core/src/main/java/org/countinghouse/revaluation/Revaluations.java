package org.countinghouse.revaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a month's end to the rates of its last day, and the next month back. Run again it posts
 * only the difference to what it posted before; with nothing changed it posts nothing.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Revaluations {

  /** What the journals of a revaluation come from. */
  public static final String SOURCE = "currency:revaluation";

  private static final String MODULE = "currency";

  private final RevaluationPlans plans;
  private final RevaluationMapper mapper;
  private final ChartOfAccounts chart;
  private final Periods periods;
  private final Ledger ledger;
  private final Clock clock;

  Revaluations(
      RevaluationPlans plans,
      RevaluationMapper mapper,
      ChartOfAccounts chart,
      Periods periods,
      Ledger ledger,
      Clock clock) {
    this.plans = plans;
    this.mapper = mapper;
    this.chart = chart;
    this.periods = periods;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The accounts a revaluation posts to. */
  private record Accounts(String valuation, String gain, String loss) {}

  /**
   * Posts what is due for a month, dated its last day, and the reversal, dated the day after.
   * Balances without a rate or a treatment are left out: the plan's findings name them.
   *
   * @return what was posted; empty when nothing was due
   * @throws BusinessException before anything is written: {@code revaluation.month-closed}, {@code
   *     revaluation.next-month-closed}, {@code ledger.purpose-unassigned}
   */
  public Optional<Revaluation> revalue(UUID organizationId, YearMonth month, Actor by) {
    mapper.lock(organizationId);
    RevaluationPlan plan = plans.plan(organizationId, month);
    if (plan.due().isEmpty()) {
      return Optional.empty();
    }
    requireOpen(organizationId, month);
    Accounts accounts = accounts(organizationId);
    int sequence = mapper.lastSequence(organizationId, month.atDay(1)) + 1;
    PostedJournal journal =
        ledger.post(
            new JournalDraft(
                organizationId,
                month.atEndOfMonth(),
                "Currency valuation " + month + (sequence == 1 ? "" : ", difference " + sequence),
                SOURCE,
                month + (sequence == 1 ? "" : " " + sequence),
                lines(plan, accounts)),
            by);
    return Optional.of(keep(plan, sequence, journal, reverse(journal, by), by));
  }

  /** The revaluations of a month, in their order. */
  @Transactional(readOnly = true)
  public List<Revaluation> list(UUID organizationId, YearMonth month) {
    return mapper.list(organizationId, month.atDay(1)).stream().map(Revaluations::value).toList();
  }

  private void requireOpen(UUID organizationId, YearMonth month) {
    if (!accepts(organizationId, month)) {
      throw RevaluationError.MONTH_CLOSED.with(month);
    }
    YearMonth next = month.plusMonths(1);
    if (!accepts(organizationId, next)) {
      throw RevaluationError.NEXT_MONTH_CLOSED.with(month, next.atDay(1));
    }
  }

  private boolean accepts(UUID organizationId, YearMonth month) {
    return periods.find(organizationId, month).filter(period -> period.accepts(MODULE)).isPresent();
  }

  private Accounts accounts(UUID organizationId) {
    return new Accounts(
        code(organizationId, AccountPurpose.EXCHANGE_VALUATION),
        code(organizationId, AccountPurpose.UNREALIZED_EXCHANGE_GAIN),
        code(organizationId, AccountPurpose.UNREALIZED_EXCHANGE_LOSS));
  }

  private String code(UUID organizationId, AccountPurpose purpose) {
    return chart.forPurpose(organizationId, purpose).code();
  }

  /**
   * Gains and losses are moved to what they must be each, not netted: a gain that turned into a
   * loss leaves no gain behind.
   */
  private static List<DraftLine> lines(RevaluationPlan plan, Accounts accounts) {
    List<DraftLine> lines = new ArrayList<>();
    for (Position position : plan.due()) {
      Money valuation = position.valuation();
      Money posted = position.posted();
      Money gain = Position.gain(valuation).minus(Position.gain(posted));
      Money loss = Position.loss(valuation).minus(Position.loss(posted));
      String text = text(position);
      // the foreign amount is not touched: only what it is worth
      lines.add(
          new DraftLine(
                  accounts.valuation(),
                  Money.zero(position.balance().currency()),
                  position.due(),
                  null,
                  null)
              .saying(text));
      if (!gain.isZero()) {
        lines.add(DraftLine.credit(accounts.gain(), gain).saying(text));
      }
      if (!loss.isZero()) {
        lines.add(DraftLine.debit(accounts.loss(), loss).saying(text));
      }
    }
    return lines;
  }

  private static String text(Position position) {
    return "%s: %s at %s (%s, %s)"
        .formatted(
            position.account(),
            position.balance(),
            position.rate().rate().stripTrailingZeros().toPlainString(),
            position.rate().source(),
            position.rate().publishedOn());
  }

  private PostedJournal reverse(PostedJournal journal, Actor by) {
    LocalDate day = journal.postingDate().plusDays(1);
    try {
      return ledger.reverse(journal.id(), day, "Reversal of " + journal.description(), by);
    } catch (BusinessException e) {
      // the journal is written by now: no valuation without its reversal, so nothing may commit
      throw new IllegalStateException("The revaluation could not be reversed on " + day, e);
    }
  }

  private Revaluation keep(
      RevaluationPlan plan, int sequence, PostedJournal journal, PostedJournal reversal, Actor by) {
    var row =
        new RevaluationMapper.Row(
            Ids.next(),
            plan.organizationId(),
            plan.month().atDay(1),
            sequence,
            journal.id(),
            reversal.id(),
            by.username(),
            clock.instant());
    mapper.insert(row);
    mapper.insertLines(plan.due().stream().map(position -> line(row, position)).toList());
    return value(row);
  }

  private static RevaluationMapper.LineRow line(RevaluationMapper.Row row, Position position) {
    return new RevaluationMapper.LineRow(
        row.organizationId(),
        row.id(),
        position.account(),
        position.balance().currency().getCurrencyCode(),
        position.balance().amount(),
        position.bookValue().amount(),
        position.rate().rate(),
        position.rate().publishedOn(),
        position.rate().source(),
        position.worth().amount(),
        position.due().amount(),
        position.worth().currency().getCurrencyCode());
  }

  private static Revaluation value(RevaluationMapper.Row row) {
    return new Revaluation(
        row.id(),
        row.organizationId(),
        YearMonth.from(row.period()),
        row.sequence(),
        row.journalId(),
        row.reversalId(),
        row.postedBy(),
        row.postedAt());
  }
}
