package org.countinghouse.batch.ledger.postrecurring;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Posts what the schedules of recurring journals say and is not posted yet.
 *
 * <p>Parameter: {@code period} (2026-10), everything due up to its last day; or {@code until}
 * (2026-10-31). A posting the books refuse is set aside with every finding; the others are posted:
 * the run then ends "completed with exceptions".
 *
 * <p>Restart: each hundred is one transaction, and a day that was posted is not due any more, so a
 * killed run goes on and a finished one does nothing.
 */
@Configuration(proxyBeanMethods = false)
class PostRecurringJob {

  static final String NAME = "ledger.post-recurring";

  @Bean
  Job postRecurring(JobRepository repository, Step postRecurringPost) {
    return new JobBuilder(NAME, repository).start(postRecurringPost).build();
  }

  @Bean
  Step postRecurringPost(
      JobRepository repository, PlatformTransactionManager transactions, PostDue tasklet) {
    return new StepBuilder(NAME + "/post-due", repository).tasklet(tasklet, transactions).build();
  }
}
