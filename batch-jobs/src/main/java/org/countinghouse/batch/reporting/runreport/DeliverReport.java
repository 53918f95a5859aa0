package org.countinghouse.batch.reporting.runreport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.documents.Documents;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.ReportSchedules;
import org.countinghouse.reporting.Reports;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Writes the report beside the heap, stores it, sends it and notes that it was delivered. */
@Component
class DeliverReport implements Tasklet {

  private static final String CHANNEL = "reports";

  private final ReportSchedules schedules;
  private final Reports reports;
  private final Documents documents;
  private final Outbox outbox;
  private final StepProgress progress;

  DeliverReport(
      ReportSchedules schedules,
      Reports reports,
      Documents documents,
      Outbox outbox,
      StepProgress progress) {
    this.schedules = schedules;
    this.reports = reports;
    this.documents = documents;
    this.outbox = outbox;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    StepExecution step = context.getStepContext().getStepExecution();
    UUID delivery = UUID.fromString(RunParameters.of(step).require("delivery"));
    ReportSchedules.Due due = schedules.due(delivery);
    progress.expect(step, 1);
    if (due.delivery().deliveredAt() == null) {
      deliver(due);
    }
    progress.report(step, 1);
    return RepeatStatus.FINISHED;
  }

  private void deliver(ReportSchedules.Due due) throws IOException {
    Reports.Prepared prepared = schedules.prepare(due);
    ReportFormat format = due.schedule().format();
    UUID organization = due.schedule().organizationId();
    String name = reports.fileName(prepared.frame(), format);
    Path file = Files.createTempFile("report-", ".tmp");
    try {
      String hash;
      try (OutputStream out = Files.newOutputStream(file)) {
        hash = reports.write(prepared, format, out);
      }
      try (InputStream written = Files.newInputStream(file)) {
        UUID document = documents.store(organization, name, format.mediaType(), written).id();
        outbox.send(organization, CHANNEL, name, document);
        schedules.delivered(due.delivery().id(), document, name, hash);
      }
    } finally {
      Files.delete(file);
    }
  }
}
