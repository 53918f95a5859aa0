package org.countinghouse.batch.payments.propose;

import java.util.Optional;
import java.util.UUID;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.payments.PaymentProposals;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentRuns;
import org.countinghouse.payments.PaymentsError;
import org.countinghouse.payments.ProposalRequest;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Looks up the items of a run, or opens one where none is named. */
@Component
class LookUpItems implements Tasklet {

  private final PaymentProposals proposals;
  private final PaymentRuns runs;
  private final StepProgress progress;

  LookUpItems(PaymentProposals proposals, PaymentRuns runs, StepProgress progress) {
    this.proposals = proposals;
    this.runs = runs;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    RunParameters parameters = RunParameters.of(step);
    Optional<UUID> named = parameters.get("paymentRun").map(LookUpItems::id);
    if (named.isEmpty()) {
      proposals.open(
          parameters.organizationId(), ProposalRequest.BY_SETTINGS, parameters.requestedBy());
      return RepeatStatus.FINISHED;
    }
    PaymentRun run = runs.require(named.get());
    if (!run.organizationId().equals(parameters.organizationId())) {
      throw PaymentsError.RUN_UNKNOWN.with(named.get());
    }
    if (run.state() == PaymentRun.State.PROPOSING) {
      int found = proposals.propose(run.id());
      progress.expect(step, found);
      progress.report(step, found);
    }
    return RepeatStatus.FINISHED;
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw PaymentsError.RUN_UNKNOWN.with(text);
    }
  }
}
