package org.countinghouse.batch.ledger.allocatecosts;

import java.util.List;
import org.countinghouse.allocations.Allocation;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.jobs.RowError;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Runs the rules of a month and sets aside those that could not be run. */
@Component
class AllocateMonth implements Tasklet {

  private final Allocation allocation;
  private final StepProgress progress;

  AllocateMonth(Allocation allocation, StepProgress progress) {
    this.allocation = allocation;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    RunParameters run = RunParameters.of(step);
    Allocation.Run done =
        allocation.run(run.organizationId(), run.requireMonth("period"), run.requestedBy());
    List<RowError> errors =
        done.refused().stream()
            .map(
                refused ->
                    new RowError(
                        refused.reason().code().id(),
                        refused.rule(),
                        String.valueOf(refused.reason().getMessage())))
            .toList();
    progress.expect(step, done.rules());
    progress.report(step, done.rules());
    progress.setAside(step, errors);
    return RepeatStatus.FINISHED;
  }
}
