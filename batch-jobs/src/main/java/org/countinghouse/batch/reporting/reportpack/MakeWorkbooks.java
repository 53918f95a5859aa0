package org.countinghouse.batch.reporting.reportpack;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.close.ReportPacks;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.jobs.RowError;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Makes the reports that are missing, one per transaction. */
@Component
class MakeWorkbooks implements Tasklet {

  /** The closing, once the pack has begun; absent when it cannot begin. */
  static final String CLOSING = "closing";

  /** Reports that refused in this run; not tried twice. */
  private static final String REFUSED = "refused";

  private static final String DONE = "done";

  private final ReportPacks packs;
  private final PackOfRun packOfRun;
  private final StepProgress progress;

  MakeWorkbooks(ReportPacks packs, PackOfRun packOfRun, StepProgress progress) {
    this.packs = packs;
    this.packOfRun = packOfRun;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    RunParameters run = RunParameters.of(step);
    ExecutionContext remembered = step.getExecutionContext();
    List<String> refused = refused(remembered);
    UUID closingId;
    List<String> missing;
    try {
      closingId = packOfRun.closing(run);
      missing = new ArrayList<>(packs.begin(closingId, run.runId()));
    } catch (BusinessException refusal) {
      progress.setAside(step, List.of(rowError(run.require("period"), refusal)));
      return RepeatStatus.FINISHED;
    }
    step.getJobExecution().getExecutionContext().putString(CLOSING, closingId.toString());
    missing.removeAll(refused);
    long done = remembered.getLong(DONE, 0);
    progress.expect(step, done + missing.size());
    if (missing.isEmpty()) {
      return RepeatStatus.FINISHED;
    }
    make(step, closingId, missing.get(0), refused);
    remembered.putLong(DONE, done + 1);
    progress.report(step, done + 1);
    return RepeatStatus.continueIf(missing.size() > 1);
  }

  private void make(StepExecution step, UUID closingId, String report, List<String> refused) {
    try {
      packs.make(closingId, report);
    } catch (BusinessException refusal) {
      progress.setAside(step, List.of(rowError(report, refusal)));
      refused.add(report);
      step.getExecutionContext().putString(REFUSED, String.join(",", refused));
    }
  }

  private static List<String> refused(ExecutionContext remembered) {
    String joined = remembered.getString(REFUSED, "");
    return new ArrayList<>(joined.isEmpty() ? List.of() : List.of(joined.split(",")));
  }

  private static RowError rowError(String place, BusinessException refusal) {
    return new RowError(refusal.code().id(), place, String.valueOf(refusal.getMessage()));
  }
}
