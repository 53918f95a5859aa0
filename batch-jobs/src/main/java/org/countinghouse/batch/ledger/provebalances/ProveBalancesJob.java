package org.countinghouse.batch.ledger.provebalances;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Sums lines anew and compares them with the balances kept at posting.
 *
 * <p>Parameter: {@code period} (2026-10); where absent, every period of the books. Each balance
 * that differs is set aside as a row error: the run then ends "completed with exceptions".
 *
 * <p>Restart: it only reads, so it begins anew.
 */
@Configuration(proxyBeanMethods = false)
class ProveBalancesJob {

  static final String NAME = "ledger.prove-balances";

  @Bean
  Job proveBalances(JobRepository repository, Step proveBalancesCompare) {
    return new JobBuilder(NAME, repository).start(proveBalancesCompare).build();
  }

  @Bean
  Step proveBalancesCompare(
      JobRepository repository, PlatformTransactionManager transactions, CompareBalances tasklet) {
    return new StepBuilder(NAME + "/compare-balances", repository)
        .tasklet(tasklet, transactions)
        .build();
  }
}
