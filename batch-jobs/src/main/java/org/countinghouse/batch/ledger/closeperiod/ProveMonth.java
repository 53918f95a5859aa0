package org.countinghouse.batch.ledger.closeperiod;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.close.CloseCertificates;
import org.countinghouse.close.CloseError;
import org.countinghouse.close.Closing;
import org.countinghouse.close.ClosingReviews;
import org.countinghouse.close.Closings;
import org.countinghouse.close.HardClose;
import org.countinghouse.close.HardClose.Proof;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.jobs.RowError;
import org.countinghouse.ledger.BalanceDifference;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Finds the closing and proves that the stored balances of its month are the sums of the lines.
 * Before the lock, because it is the only part that takes long.
 */
@Component
class ProveMonth implements Tasklet {

  /** Where the next step finds the closing and how far the proof reaches. */
  static final String CLOSING = "closing";

  static final String PROVED_JOURNALS = "provedJournals";

  private final Closings closings;
  private final ClosingReviews reviews;
  private final CloseCertificates certificates;
  private final HardClose hardClose;
  private final Periods periods;
  private final StepProgress progress;

  ProveMonth(
      Closings closings,
      ClosingReviews reviews,
      CloseCertificates certificates,
      HardClose hardClose,
      Periods periods,
      StepProgress progress) {
    this.closings = closings;
    this.reviews = reviews;
    this.certificates = certificates;
    this.hardClose = hardClose;
    this.periods = periods;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    RunParameters run = RunParameters.of(step);
    try {
      closing(run).ifPresent(closing -> prove(step, run, closing));
    } catch (BusinessException refusal) {
      progress.setAside(step, List.of(rowError(run.require("period"), refusal)));
    }
    return RepeatStatus.FINISHED;
  }

  private void prove(StepExecution step, RunParameters run, Closing closing) {
    progress.expect(step, hardClose.linesToProve(closing.id()));
    Proof proof = hardClose.prove(closing.id());
    progress.report(step, proof.lines());
    if (!proof.differences().isEmpty()) {
      progress.setAside(
          step, proof.differences().stream().map(d -> rowError(closing.period(), d)).toList());
      return;
    }
    reviews.proved(closing.id(), run.requestedBy(), run.runId());
    var handedOn = step.getJobExecution().getExecutionContext();
    handedOn.putString(CLOSING, closing.id().toString());
    handedOn.putLong(PROVED_JOURNALS, proof.journals());
  }

  /**
   * The closing that is to be done; empty when the month is closed and certified already.
   *
   * <p>Asked for from outside without one under way, the job starts one: closing takes a second
   * person, and the run says so instead of claiming that it closed anything.
   */
  private Optional<Closing> closing(RunParameters run) {
    Optional<String> named = run.get("closing");
    if (named.isPresent()) {
      return Optional.of(closings.get(UUID.fromString(named.get())));
    }
    YearMonth period = run.requireMonth("period");
    Closing closing =
        closings.underWay(run.organizationId(), period).orElseGet(() -> begun(run, period));
    if (closing.state() == Closing.State.CLOSED) {
      return Optional.empty();
    }
    if (closing.state() != Closing.State.APPROVED) {
      throw CloseError.NOT_APPROVED.with(period, closing.number());
    }
    return Optional.of(closing);
  }

  private Closing begun(RunParameters run, YearMonth period) {
    boolean closed =
        periods
            .find(run.organizationId(), period)
            .map(Period::state)
            .filter(PeriodState.CLOSED::equals)
            .isPresent();
    List<Closing> before = closings.list(run.organizationId(), period);
    return closed && !before.isEmpty() && certificates.isCurrent(run.organizationId(), period)
        ? before.get(0)
        : closings.start(run.organizationId(), period, run.requestedBy());
  }

  static RowError rowError(String place, BusinessException refusal) {
    return new RowError(refusal.code().id(), place, String.valueOf(refusal.getMessage()));
  }

  private static RowError rowError(YearMonth period, BalanceDifference difference) {
    return rowError(
        difference.account(),
        CloseError.BALANCES_DIFFER.with(
            period,
            difference.account(),
            HardClose.stored(difference),
            HardClose.summed(difference)));
  }
}
