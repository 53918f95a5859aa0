package org.countinghouse.batch.run;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ChunkListener;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;

/** Watches every step of every job, see {@link WatchedJobs}. It holds no state. */
class ProgressListener implements StepExecutionListener, ChunkListener {

  private final StepProgress progress;

  ProgressListener(StepProgress progress) {
    this.progress = progress;
  }

  @Override
  public void beforeStep(StepExecution step) {
    progress.begin(step);
  }

  @Override
  public void afterChunk(ChunkContext context) {
    progress.chunkDone(context.getStepContext().getStepExecution());
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution step) {
    progress.end(step);
    return null; // the step's own
  }
}
