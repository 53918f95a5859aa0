package org.countinghouse.batch.ledger.importjournals;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Imports one journal file, all of it or nothing.
 *
 * <p>Parameters: {@code document}, the stored file; {@code inboxDocument}, the inbox document that
 * ends with this run, where there is one; {@code separator} between fields, a comma where absent. A
 * refused file is a run "completed with exceptions", every finding a row error.
 *
 * <p>Restart: the file and the end of its inbox document are one transaction, known by the run's
 * id, so a killed run begins anew and a finished one does nothing.
 */
@Configuration(proxyBeanMethods = false)
class ImportJournalsJob {

  static final String NAME = "ledger.import-journals";

  @Bean
  Job importJournals(JobRepository repository, Step importJournalsFile) {
    return new JobBuilder(NAME, repository).start(importJournalsFile).build();
  }

  @Bean
  Step importJournalsFile(
      JobRepository repository, PlatformTransactionManager transactions, ImportFile tasklet) {
    return new StepBuilder(NAME + "/import-file", repository)
        .tasklet(tasklet, transactions)
        .build();
  }
}
