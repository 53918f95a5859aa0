package org.countinghouse.batch.reporting.runreport;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Makes a report that a schedule says is due, keeps it with the documents and sends it to {@code
 * out/reports}.
 *
 * <p>Parameters: {@code delivery}, the id of the time it was due.
 *
 * <p>Restart: what is delivered is not delivered again.
 */
@Configuration(proxyBeanMethods = false)
class RunReportJob {

  static final String NAME = "reporting.run-report";

  @Bean
  Job runReport(JobRepository repository, Step runReportDeliver) {
    return new JobBuilder(NAME, repository).start(runReportDeliver).build();
  }

  @Bean
  Step runReportDeliver(
      JobRepository repository, PlatformTransactionManager transactions, DeliverReport tasklet) {
    return new StepBuilder(NAME + "/deliver-report", repository)
        .tasklet(tasklet, transactions)
        .build();
  }
}
