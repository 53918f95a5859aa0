package org.countinghouse.batch.reporting.exportledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.documents.Documents;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.reporting.LedgerExports;
import org.countinghouse.reporting.LedgerExports.Exported;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Writes the file beside the heap, stores it and sends it. Counts journals. */
@Component
class WriteLedger implements Tasklet {

  private static final String CHANNEL = "ledger-export";

  private final LedgerExports exports;
  private final Organizations organizations;
  private final Documents documents;
  private final Outbox outbox;
  private final StepProgress progress;
  private final Clock clock;

  WriteLedger(
      LedgerExports exports,
      Organizations organizations,
      Documents documents,
      Outbox outbox,
      StepProgress progress,
      Clock clock) {
    this.exports = exports;
    this.organizations = organizations;
    this.documents = documents;
    this.outbox = outbox;
    this.progress = progress;
    this.clock = clock;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    StepExecution step = context.getStepContext().getStepExecution();
    RunParameters run = RunParameters.of(step);
    Organization organization = organizations.byId(run.organizationId());
    String format = run.get("format").orElse("csv");
    @Nullable LocalDate from = null;
    LocalDate to = LocalDate.ofInstant(clock.instant(), organization.zone());
    if (run.get("period").isPresent()) {
      YearMonth month = run.requireMonth("period");
      from = month.atDay(1);
      to = month.atEndOfMonth();
    }
    Exported exported = export(format, organization, from, to);
    progress.expect(step, exported.journals());
    progress.report(step, exported.journals());
    return RepeatStatus.FINISHED;
  }

  private Exported export(
      String format, Organization organization, @Nullable LocalDate from, LocalDate to)
      throws IOException {
    Path file = Files.createTempFile("ledger-export-", ".tmp");
    try {
      Exported exported;
      try (OutputStream out = Files.newOutputStream(file)) {
        exported = exports.write(format, organization, from, to, out);
      }
      String name = exports.fileName(format, organization, from, to);
      try (InputStream written = Files.newInputStream(file)) {
        UUID document =
            documents
                .store(organization.id(), name, exports.format(format).mediaType(), written)
                .id();
        outbox.send(organization.id(), CHANNEL, name, document);
      }
      return exported;
    } finally {
      Files.delete(file);
    }
  }
}
