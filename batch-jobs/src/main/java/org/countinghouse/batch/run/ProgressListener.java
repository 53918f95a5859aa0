package org.countinghouse.batch.run;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ChunkListener;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.beans.factory.ObjectProvider;

/** Watches every step of every job, see {@link WatchedJobs}. It holds no state. */
class ProgressListener implements StepExecutionListener, ChunkListener {

  private final ObjectProvider<StepProgress> progress;

  ProgressListener(ObjectProvider<StepProgress> progress) {
    this.progress = progress;
  }

  @Override
  public void beforeStep(StepExecution step) {
    progress.getObject().begin(step);
  }

  @Override
  public void afterChunk(ChunkContext context) {
    progress.getObject().chunkDone(context.getStepContext().getStepExecution());
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution step) {
    progress.getObject().end(step);
    return null; // the step's own
  }
}
