package org.countinghouse.batch.ledger.closeperiod;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Closes a month for good, once a second person has approved it.
 *
 * <p>Parameters: {@code period} (2026-10); {@code closing}, the id of the closing, where absent the
 * one under way for the period. Refusals (balances that differ, something open, figures that
 * changed, no approval) are set aside as row errors: the run then ends "completed with exceptions"
 * and the month stays as open as it was.
 *
 * <p>Restart: the proof only reads, the close is one transaction and does nothing the second time.
 */
@Configuration(proxyBeanMethods = false)
class ClosePeriodJob {

  static final String NAME = "ledger.close-period";

  @Bean
  Job closePeriod(JobRepository repository, Step closePeriodProof, Step closePeriodClose) {
    return new JobBuilder(NAME, repository).start(closePeriodProof).next(closePeriodClose).build();
  }

  @Bean
  Step closePeriodProof(
      JobRepository repository, PlatformTransactionManager transactions, ProveMonth tasklet) {
    return new StepBuilder(NAME + "/prove-balances", repository)
        .tasklet(tasklet, transactions)
        .build();
  }

  @Bean
  Step closePeriodClose(
      JobRepository repository, PlatformTransactionManager transactions, CloseMonth tasklet) {
    return new StepBuilder(NAME + "/close-month", repository)
        .tasklet(tasklet, transactions)
        .build();
  }
}
