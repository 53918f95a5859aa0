package org.countinghouse.batch.payments.propose;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Looks up what a payment run is to pay, with a reason beside every item.
 *
 * <p>Parameter: {@code paymentRun} (its id), as the process {@code payment-run} gives it. Without
 * one a run is opened by the organization's settings, whose process then has it proposed.
 *
 * <p>Restart: one transaction; what was proposed already stays, since people may be at it.
 */
@Configuration(proxyBeanMethods = false)
class ProposePaymentsJob {

  static final String NAME = "payments.propose";

  @Bean
  Job proposePayments(JobRepository repository, Step proposePaymentsLookUp) {
    return new JobBuilder(NAME, repository).start(proposePaymentsLookUp).build();
  }

  @Bean
  Step proposePaymentsLookUp(
      JobRepository repository, PlatformTransactionManager transactions, LookUpItems tasklet) {
    return new StepBuilder(NAME + "/look-up-items", repository)
        .tasklet(tasklet, transactions)
        .build();
  }
}
