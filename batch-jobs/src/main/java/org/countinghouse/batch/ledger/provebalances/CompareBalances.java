package org.countinghouse.batch.ledger.provebalances;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.jobs.RowError;
import org.countinghouse.ledger.BalanceDifference;
import org.countinghouse.ledger.Balances;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.Periods;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Compares period by period, and counts periods. */
@Component
class CompareBalances implements Tasklet {

  private final Balances balances;
  private final Periods periods;
  private final StepProgress progress;

  CompareBalances(Balances balances, Periods periods, StepProgress progress) {
    this.balances = balances;
    this.periods = periods;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    RunParameters run = RunParameters.of(step);
    List<YearMonth> months =
        run.get("period").isPresent()
            ? List.of(run.requireMonth("period"))
            : periods.list(run.organizationId()).stream().map(Period::month).toList();
    progress.expect(step, months.size());
    List<RowError> differences = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      balances.prove(run.organizationId(), months.get(i)).stream()
          .map(CompareBalances::rowError)
          .forEach(differences::add);
      progress.report(step, i + 1L);
    }
    progress.setAside(step, differences);
    return RepeatStatus.FINISHED;
  }

  private static RowError rowError(BalanceDifference difference) {
    String place =
        difference.month()
            + " "
            + difference.account()
            + " "
            + Objects.requireNonNullElse(difference.costCentre(), "");
    return new RowError(
        LedgerError.BALANCE_DIFFERS.id(),
        place.strip(),
        LedgerError.BALANCE_DIFFERS
            .text()
            .formatted(
                difference.account(),
                difference.month(),
                difference.storedDebit().toPlainString(),
                difference.storedCredit().toPlainString(),
                difference.lineDebit().toPlainString(),
                difference.lineCredit().toPlainString()));
  }
}
