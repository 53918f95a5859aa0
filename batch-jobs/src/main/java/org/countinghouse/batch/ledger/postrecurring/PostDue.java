package org.countinghouse.batch.ledger.postrecurring;

import java.util.List;
import org.countinghouse.batch.run.DueItems;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.journals.RecurringJournal.Due;
import org.countinghouse.journals.RecurringJournals;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Posts a hundred of what is due, until nothing is. */
@Component
class PostDue implements Tasklet {

  private final RecurringJournals recurring;
  private final StepProgress progress;

  PostDue(RecurringJournals recurring, StepProgress progress) {
    this.recurring = recurring;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    RunParameters run = RunParameters.of(step);
    List<Due> due = recurring.due(run.organizationId(), run.until());
    return DueItems.work(
        step,
        progress,
        due,
        item -> item.number() + " " + item.dueOn(),
        item -> recurring.post(item, run.requestedBy()));
  }
}
