package org.countinghouse.batch.ledger.reverseaccruals;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Undoes the accruals whose day has come.
 *
 * <p>Parameter: {@code period} (2026-10), everything to be reversed up to its last day; or {@code
 * until} (2026-10-31). One whose day lies in a closed month is reversed on the first day of the
 * next month that is open; one the books refuse is set aside: the run then ends "completed with
 * exceptions".
 *
 * <p>Restart: each hundred is one transaction, and what was reversed, by whomever, is not due any
 * more, so a killed run goes on and a finished one does nothing.
 */
@Configuration(proxyBeanMethods = false)
class ReverseAccrualsJob {

  static final String NAME = "ledger.reverse-accruals";

  @Bean
  Job reverseAccruals(JobRepository repository, Step reverseAccrualsReverse) {
    return new JobBuilder(NAME, repository).start(reverseAccrualsReverse).build();
  }

  @Bean
  Step reverseAccrualsReverse(
      JobRepository repository, PlatformTransactionManager transactions, ReverseDue tasklet) {
    return new StepBuilder(NAME + "/reverse-due", repository)
        .tasklet(tasklet, transactions)
        .build();
  }
}
