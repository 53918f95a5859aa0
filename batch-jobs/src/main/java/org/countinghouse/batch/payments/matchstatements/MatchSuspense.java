package org.countinghouse.batch.payments.matchstatements;

import java.util.List;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.reconciliation.Reconciliation;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** One bank account after the other. */
@Component
class MatchSuspense implements Tasklet {

  private final BankAccounts accounts;
  private final Reconciliation reconciliation;
  private final StepProgress progress;

  MatchSuspense(BankAccounts accounts, Reconciliation reconciliation, StepProgress progress) {
    this.accounts = accounts;
    this.reconciliation = reconciliation;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    RunParameters run = RunParameters.of(step);
    List<BankAccount> all = accounts.list(run.organizationId());
    long explained = 0;
    progress.expect(step, reconciliation.count(run.organizationId(), null));
    for (BankAccount account : all) {
      explained += reconciliation.matchAgain(account.id(), run.requestedBy());
    }
    progress.report(step, explained);
    return RepeatStatus.FINISHED;
  }
}
