package org.countinghouse.batch.ledger.revaluecurrency;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.jobs.RowError;
import org.countinghouse.revaluation.RevaluationPlan;
import org.countinghouse.revaluation.RevaluationPlans;
import org.countinghouse.revaluation.Revaluations;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Values what can be valued, in one transaction, and counts accounts by currency. */
@Component
class ValueBalances implements Tasklet {

  private final RevaluationPlans plans;
  private final Revaluations revaluations;
  private final StepProgress progress;

  ValueBalances(RevaluationPlans plans, Revaluations revaluations, StepProgress progress) {
    this.plans = plans;
    this.revaluations = revaluations;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    RunParameters run = RunParameters.of(step);
    YearMonth month = run.requireMonth("period");
    RevaluationPlan plan = plans.plan(run.organizationId(), month);
    progress.expect(step, plan.positions().size());
    List<RowError> aside = new ArrayList<>();
    for (Finding finding : plan.findings()) {
      aside.add(new RowError(finding.code(), finding.place(), finding.message()));
    }
    try {
      revaluations.revalue(run.organizationId(), month, run.requestedBy());
      progress.report(step, plan.positions().size());
    } catch (BusinessException refusal) {
      aside.add(
          new RowError(
              refusal.code().id(), month.toString(), String.valueOf(refusal.getMessage())));
    }
    if (!aside.isEmpty()) {
      progress.setAside(step, aside);
    }
    return RepeatStatus.FINISHED;
  }
}
