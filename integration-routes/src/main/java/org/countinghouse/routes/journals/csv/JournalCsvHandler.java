package org.countinghouse.routes.journals.csv;

import java.util.List;
import java.util.Map;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.ledger.JournalImportError;
import org.springframework.stereotype.Component;

/**
 * Hands a journal file to the job {@code ledger.import-journals}: files may hold millions of lines,
 * so the job reads them, and ends the inbox document when it ends.
 */
@Component
class JournalCsvHandler implements DocumentHandler<JournalCsvHandler.JournalFile> {

  private static final int HEAD_BYTES = 256;
  private static final String JOB = "ledger.import-journals";

  private final Jobs jobs;

  JournalCsvHandler(Jobs jobs) {
    this.jobs = jobs;
  }

  /** What is known before the file is read. */
  record JournalFile(String name) {}

  @Override
  public String channel() {
    return "journals";
  }

  /** Whatever is text: a workbook or a PDF has zero bytes or control characters early on. */
  @Override
  public boolean recognizes(IncomingDocument document) {
    for (byte here : document.head(HEAD_BYTES)) {
      boolean isControl = here >= 0 && here < ' ' && here != '\n' && here != '\r' && here != '\t';
      if (isControl) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Reading<JournalFile> read(IncomingDocument document) {
    if (document.size() == 0) {
      Finding empty = JournalImportError.EMPTY.at("");
      return Reading.refused(empty);
    }
    return Reading.of(
        new JournalFile(document.name()), "Journal file " + document.name(), List.of());
  }

  @Override
  public Outcome apply(IncomingDocument document, JournalFile file) {
    JobRun run =
        jobs.request(
            new JobRequest(
                JOB,
                document.organizationId(),
                Map.of(
                    "document", document.documentId().toString(),
                    "inboxDocument", document.inboxId().toString()),
                Actor.system("inbox")));
    return Outcome.inProgress(new Link("jobs.run", run.id(), "import of " + file.name()));
  }
}
