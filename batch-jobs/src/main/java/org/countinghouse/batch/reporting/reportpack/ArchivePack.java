package org.countinghouse.batch.reporting.reportpack;

import java.util.UUID;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.close.ReportPacks;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Archives the workbooks and sends the archive out. */
@Component
class ArchivePack implements Tasklet {

  private final ReportPacks packs;
  private final StepProgress progress;

  ArchivePack(ReportPacks packs, StepProgress progress) {
    this.packs = packs;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    ExecutionContext handedOn = step.getJobExecution().getExecutionContext();
    if (!handedOn.containsKey(MakeWorkbooks.CLOSING)) {
      return RepeatStatus.FINISHED; // refused
    }
    progress.expect(step, 1);
    packs.finish(UUID.fromString(handedOn.getString(MakeWorkbooks.CLOSING)));
    progress.report(step, 1);
    return RepeatStatus.FINISHED;
  }
}
