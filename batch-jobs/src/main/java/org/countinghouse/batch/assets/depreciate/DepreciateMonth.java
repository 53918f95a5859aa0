package org.countinghouse.batch.assets.depreciate;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.assets.AssetsError;
import org.countinghouse.assets.Depreciation;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.jobs.RowError;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Asks the register for what is due and sets aside what could not be posted. */
@Component
class DepreciateMonth implements Tasklet {

  private final Depreciation depreciation;
  private final StepProgress progress;

  DepreciateMonth(Depreciation depreciation, StepProgress progress) {
    this.depreciation = depreciation;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    RunParameters run = RunParameters.of(step);
    YearMonth period = run.requireMonth("period");
    Depreciation.Run done = depreciation.run(run.organizationId(), period, run.requestedBy());
    List<RowError> errors = new ArrayList<>();
    done.refused()
        .forEach(
            refused ->
                errors.add(
                    new RowError(
                        refused.reason().code().id(),
                        refused.category(),
                        String.valueOf(refused.reason().getMessage()))));
    depreciation
        .withoutUnits(run.organizationId(), period)
        .forEach(
            asset ->
                errors.add(
                    new RowError(
                        AssetsError.UNITS_MISSING.id(),
                        asset.number(),
                        AssetsError.UNITS_MISSING.text().formatted(asset.number(), period))));
    progress.expect(step, done.looked());
    progress.report(step, done.looked());
    progress.setAside(step, errors);
    return RepeatStatus.FINISHED;
  }
}
