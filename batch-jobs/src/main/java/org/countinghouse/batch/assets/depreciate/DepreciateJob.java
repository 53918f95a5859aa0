package org.countinghouse.batch.assets.depreciate;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Posts the depreciation of a month.
 *
 * <p>Parameter: {@code period} (2026-10). A category whose journal the ledger refuses is set aside
 * as a row error, and so is an asset written down by production that nobody reported; the rest is
 * posted, and the run ends "completed with exceptions".
 *
 * <p>Restart: one transaction, and a month that was run posts only the difference, so a killed run
 * begins anew and a finished one does nothing.
 */
@Configuration(proxyBeanMethods = false)
class DepreciateJob {

  static final String NAME = "assets.depreciate";

  @Bean
  Job depreciate(JobRepository repository, Step depreciatePostMonth) {
    return new JobBuilder(NAME, repository).start(depreciatePostMonth).build();
  }

  @Bean
  Step depreciatePostMonth(
      JobRepository repository, PlatformTransactionManager transactions, DepreciateMonth tasklet) {
    return new StepBuilder(NAME + "/depreciate-month", repository)
        .tasklet(tasklet, transactions)
        .build();
  }
}
