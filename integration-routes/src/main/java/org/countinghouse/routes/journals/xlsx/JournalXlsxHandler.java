package org.countinghouse.routes.journals.xlsx;

import java.util.List;
import java.util.Map;
import org.countinghouse.access.Actor;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.tables.TableFiles;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hands a workbook with the columns of the journal CSV to the job {@code ledger.import-journals},
 * which reads its first sheet row by row and ends the inbox document when it ends.
 */
@Component
@Order(5)
class JournalXlsxHandler implements DocumentHandler<String> {

  private static final int HEAD_BYTES = 4;
  private static final String JOB = "ledger.import-journals";

  private final Jobs jobs;

  JournalXlsxHandler(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public String channel() {
    return "journals";
  }

  @Override
  public boolean recognizes(IncomingDocument document) {
    return TableFiles.isWorkbook(document.head(HEAD_BYTES));
  }

  @Override
  public Reading<String> read(IncomingDocument document) {
    return Reading.of(document.name(), "Journal workbook " + document.name(), List.of());
  }

  @Override
  public Outcome apply(IncomingDocument document, String name) {
    JobRun run =
        jobs.request(
            new JobRequest(
                JOB,
                document.organizationId(),
                Map.of(
                    "document", document.documentId().toString(),
                    "inboxDocument", document.inboxId().toString()),
                Actor.system("inbox")));
    return Outcome.inProgress(new Link("jobs.run", run.id(), "import of " + name));
  }
}
