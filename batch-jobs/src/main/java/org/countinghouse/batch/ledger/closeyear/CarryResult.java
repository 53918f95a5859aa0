package org.countinghouse.batch.ledger.closeyear;

import java.time.YearMonth;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.jobs.JobsError;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.YearEnd;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Carries the year of this run forward; counts the accounts that were emptied. */
@Component
class CarryResult implements Tasklet {

  private final YearEnd yearEnd;
  private final Periods periods;
  private final StepProgress progress;

  CarryResult(YearEnd yearEnd, Periods periods, StepProgress progress) {
    this.yearEnd = yearEnd;
    this.periods = periods;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    RunParameters run = RunParameters.of(step);
    int year = year(run);
    int accounts = yearEnd.openResult(run.organizationId(), year).size();
    progress.expect(step, accounts);
    yearEnd.carryForward(run.organizationId(), year, run.requestedBy());
    progress.report(step, accounts);
    return RepeatStatus.FINISHED;
  }

  private int year(RunParameters run) {
    if (run.get("year").isEmpty() && run.get("period").isPresent()) {
      YearMonth month = run.requireMonth("period");
      return periods
          .find(run.organizationId(), month)
          .map(Period::fiscalYear)
          .orElseThrow(() -> LedgerError.PERIOD_UNKNOWN.with(month));
    }
    String year = run.require("year");
    if (!year.matches("[0-9]{4}")) {
      throw JobsError.PARAMETER_INVALID.with(run.job(), "year", "a year is written 2026");
    }
    return Integer.parseInt(year);
  }
}
