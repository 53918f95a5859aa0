package org.countinghouse.batch.ledger.revaluecurrency;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Values foreign balances at a month's end and undoes it on the first day of the next.
 *
 * <p>Parameter: {@code period} (2026-10). Balances that cannot be valued (no rate, an account
 * nobody said the treatment of) are set aside as row errors, the others are valued: the run then
 * ends "completed with exceptions".
 *
 * <p>Restart: one transaction; run again it posts the difference to what was posted before, which
 * is nothing when nothing changed.
 */
@Configuration(proxyBeanMethods = false)
class RevalueCurrencyJob {

  static final String NAME = "ledger.revalue-currency";

  @Bean
  Job revalueCurrency(JobRepository repository, Step revalueCurrencyValue) {
    return new JobBuilder(NAME, repository).start(revalueCurrencyValue).build();
  }

  @Bean
  Step revalueCurrencyValue(
      JobRepository repository, PlatformTransactionManager transactions, ValueBalances tasklet) {
    return new StepBuilder(NAME + "/value-balances", repository)
        .tasklet(tasklet, transactions)
        .build();
  }
}
