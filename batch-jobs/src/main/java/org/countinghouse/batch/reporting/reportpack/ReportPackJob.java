package org.countinghouse.batch.reporting.reportpack;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Packs the reports of a closed month, as known at its close.
 *
 * <p>Parameters: {@code period} (2026-10); {@code closing}, the id of the closing, where absent the
 * newest that closed the period. A report that refuses is set aside and the others are made; asked
 * again, only what is missing is made.
 *
 * <p>Restart: every workbook is committed by itself, and what is in the pack is not made again.
 */
@Configuration(proxyBeanMethods = false)
class ReportPackJob {

  static final String NAME = "reporting.report-pack";

  @Bean
  Job reportPack(JobRepository repository, Step reportPackMakeWorkbooks, Step reportPackArchive) {
    return new JobBuilder(NAME, repository)
        .start(reportPackMakeWorkbooks)
        .next(reportPackArchive)
        .build();
  }

  @Bean
  Step reportPackMakeWorkbooks(
      JobRepository repository, PlatformTransactionManager transactions, MakeWorkbooks tasklet) {
    return new StepBuilder(NAME + "/make-workbooks", repository)
        .tasklet(tasklet, transactions)
        .build();
  }

  @Bean
  Step reportPackArchive(
      JobRepository repository, PlatformTransactionManager transactions, ArchivePack tasklet) {
    return new StepBuilder(NAME + "/archive", repository).tasklet(tasklet, transactions).build();
  }
}
