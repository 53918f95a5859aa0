package org.countinghouse.batch.ledger.closeyear;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Carries the result of a closed fiscal year forward to retained earnings, by a journal of the next
 * year.
 *
 * <p>Parameter: {@code year} (2026), or {@code period} (2026-12), any month of the year.
 *
 * <p>Restart and repetition: what stands is not done again; after a month of the year was reopened
 * and closed the next run carries the new result forward.
 */
@Configuration(proxyBeanMethods = false)
class CloseYearJob {

  static final String NAME = "ledger.close-year";

  @Bean
  Job closeYear(JobRepository repository, Step closeYearCarryForward) {
    return new JobBuilder(NAME, repository).start(closeYearCarryForward).build();
  }

  @Bean
  Step closeYearCarryForward(
      JobRepository repository, PlatformTransactionManager transactions, CarryResult tasklet) {
    return new StepBuilder(NAME + "/carry-forward", repository)
        .tasklet(tasklet, transactions)
        .build();
  }
}
