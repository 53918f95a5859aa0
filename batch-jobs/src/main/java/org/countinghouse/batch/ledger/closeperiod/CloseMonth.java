package org.countinghouse.batch.ledger.closeperiod;

import java.util.List;
import java.util.UUID;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.close.HardClose;
import org.countinghouse.close.HardClose.Proof;
import org.countinghouse.errors.BusinessException;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Closes the month, in one transaction, unless the step before has found something. */
@Component
class CloseMonth implements Tasklet {

  private final HardClose hardClose;
  private final StepProgress progress;

  CloseMonth(HardClose hardClose, StepProgress progress) {
    this.hardClose = hardClose;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    ExecutionContext proved = step.getJobExecution().getExecutionContext();
    if (!proved.containsKey(ProveMonth.CLOSING)) {
      return RepeatStatus.FINISHED; // refused, or closed before
    }
    RunParameters run = RunParameters.of(step);
    UUID closingId = UUID.fromString(proved.getString(ProveMonth.CLOSING));
    long journals = proved.getLong(ProveMonth.PROVED_JOURNALS);
    progress.expect(step, 1);
    try {
      hardClose.close(closingId, new Proof(0, journals, List.of()), run.runId(), run.requestedBy());
      progress.report(step, 1);
    } catch (BusinessException refusal) {
      progress.setAside(step, List.of(ProveMonth.rowError(run.require("period"), refusal)));
    }
    return RepeatStatus.FINISHED;
  }
}
