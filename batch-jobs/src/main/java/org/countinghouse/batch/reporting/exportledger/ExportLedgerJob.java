package org.countinghouse.batch.reporting.exportledger;

import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Writes the ledger as text for another program, keeps it with the documents and sends it to {@code
 * out/ledger-export}.
 *
 * <p>Parameters: {@code format} (csv where absent; hledger, beancount); {@code period} (2026-10),
 * one month with its opening balances; where absent, everything up to today.
 *
 * <p>Restart: it only reads, so it begins anew; the same bytes are not sent twice.
 */
@Configuration(proxyBeanMethods = false)
class ExportLedgerJob {

  static final String NAME = "reporting.export-ledger";

  @Bean
  Job exportLedger(JobRepository repository, Step exportLedgerWrite) {
    return new JobBuilder(NAME, repository).start(exportLedgerWrite).build();
  }

  @Bean
  Step exportLedgerWrite(
      JobRepository repository, PlatformTransactionManager transactions, WriteLedger tasklet) {
    return new StepBuilder(NAME + "/write-ledger", repository)
        .tasklet(tasklet, transactions)
        .build();
  }
}
