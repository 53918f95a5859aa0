package org.countinghouse.batch.ledger.reverseaccruals;

import java.util.List;
import org.countinghouse.batch.run.DueItems;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.journals.Accruals;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Undoes a hundred of what is due, until nothing is. */
@Component
class ReverseDue implements Tasklet {

  private final Accruals accruals;
  private final StepProgress progress;

  ReverseDue(Accruals accruals, StepProgress progress) {
    this.accruals = accruals;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    RunParameters run = RunParameters.of(step);
    List<Accruals.Due> due = accruals.due(run.organizationId(), run.until());
    return DueItems.work(
        step,
        progress,
        due,
        Accruals.Due::number,
        item -> accruals.reverse(item, run.requestedBy()));
  }
}
