package org.countinghouse.batch.run;

import java.util.List;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Puts the progress listener on every step, so that no job can forget it. */
@Component
class WatchedJobs implements SmartInitializingSingleton {

  private final List<Job> jobs;
  private final StepProgress progress;

  WatchedJobs(List<Job> jobs, StepProgress progress) {
    this.jobs = jobs;
    this.progress = progress;
  }

  @Override
  public void afterSingletonsInstantiated() {
    var listener = new ProgressListener(progress);
    for (Job job : jobs) {
      if (job instanceof AbstractJob steps) {
        steps.getStepNames().stream().map(steps::getStep).forEach(step -> watch(step, listener));
      }
    }
  }

  private static void watch(Step step, ProgressListener listener) {
    if (step instanceof AbstractStep watched) {
      watched.registerStepExecutionListener(listener);
    }
    if (step instanceof TaskletStep chunks) {
      chunks.registerChunkListener(listener);
    }
  }
}
