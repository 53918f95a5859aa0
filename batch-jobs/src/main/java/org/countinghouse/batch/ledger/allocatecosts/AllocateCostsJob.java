package org.countinghouse.batch.ledger.allocatecosts;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Allocates the costs of a month to cost centres, rule by rule in the order of their steps.
 *
 * <p>Parameter: {@code period} (2026-10). A rule that cannot be run (no driver, a journal the
 * ledger refuses) is set aside as a row error, the others are run, and the run ends "completed with
 * exceptions".
 *
 * <p>Restart: one transaction, and a month that was run posts only the difference, so a killed run
 * begins anew and a finished one does nothing.
 */
@Configuration(proxyBeanMethods = false)
class AllocateCostsJob {

  static final String NAME = "ledger.allocate-costs";

  @Bean
  Job allocateCosts(JobRepository repository, Step allocateCostsMonth) {
    return new JobBuilder(NAME, repository).start(allocateCostsMonth).build();
  }

  @Bean
  Step allocateCostsMonth(
      JobRepository repository, PlatformTransactionManager transactions, AllocateMonth tasklet) {
    return new StepBuilder(NAME + "/allocate-month", repository)
        .tasklet(tasklet, transactions)
        .build();
  }
}
