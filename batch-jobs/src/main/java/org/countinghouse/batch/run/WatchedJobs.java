package org.countinghouse.batch.run;

import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the progress listener on every step of every job, so that no job can forget it. */
@Configuration(proxyBeanMethods = false)
class WatchedJobs {

  /** Static and late, so that no other bean is made before its time. */
  @Bean
  static BeanPostProcessor jobWatcher(ObjectProvider<StepProgress> progress) {
    var listener = new ProgressListener(progress);
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof AbstractJob job) {
          job.getStepNames().stream().map(job::getStep).forEach(step -> watch(step, listener));
        }
        return bean;
      }
    };
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
