package org.countinghouse.batch.payments.matchstatements;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Looks again at every bank entry that nothing explains: payments, invoices and rules may have come
 * since its statement did.
 *
 * <p>Parameter: {@code run}, anything that tells this run from others. What is not found stays in
 * suspense: that is no error of the run.
 *
 * <p>Restart: one transaction, and what was explained is not in suspense any more, so a killed run
 * begins anew and a finished one does nothing.
 */
@Configuration(proxyBeanMethods = false)
class MatchStatementsJob {

  static final String NAME = "payments.match-statements";

  @Bean
  Job matchStatements(JobRepository repository, Step matchStatementsExplain) {
    return new JobBuilder(NAME, repository).start(matchStatementsExplain).build();
  }

  @Bean
  Step matchStatementsExplain(
      JobRepository repository, PlatformTransactionManager transactions, MatchSuspense tasklet) {
    return new StepBuilder(NAME + "/explain-entries", repository)
        .tasklet(tasklet, transactions)
        .build();
  }
}
