package org.countinghouse.batch.ledger.importjournals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.batch.run.RunParameters;
import org.countinghouse.batch.run.StepProgress;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.jobs.JobsError;
import org.countinghouse.jobs.RowError;
import org.countinghouse.ledger.ImportRequest;
import org.countinghouse.ledger.JournalImport;
import org.countinghouse.ledger.JournalImportError;
import org.countinghouse.ledger.JournalsImported;
import org.springframework.batch.core.StepContribution;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Reads the stored file into the books and ends its inbox document, in one transaction. */
@Component
class ImportFile implements Tasklet {

  private final JournalImport imports;
  private final Documents documents;
  private final Inbox inbox;
  private final StepProgress progress;

  ImportFile(JournalImport imports, Documents documents, Inbox inbox, StepProgress progress) {
    this.imports = imports;
    this.documents = documents;
    this.inbox = inbox;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    StepExecution step = context.getStepContext().getStepExecution();
    RunParameters run = RunParameters.of(step);
    Optional<UUID> inboxId = run.get("inboxDocument").map(id -> run.requireId("inboxDocument"));
    Document document = document(run);
    try (var bytes = JournalBytes.of(document, documents)) {
      JournalsImported imported =
          imports.run(request(run, document), bytes, lines -> progress.report(step, lines));
      progress.expect(step, imported.lines());
      progress.report(step, imported.lines());
      settle(inboxId, accepted(imported));
    } catch (BusinessException refusal) {
      progress.setAside(step, findings(refusal).stream().map(ImportFile::rowError).toList());
      settle(inboxId, outcome(refusal));
    }
    return RepeatStatus.FINISHED;
  }

  private Document document(RunParameters run) {
    Document document = documents.get(run.requireId("document"));
    if (!document.organizationId().equals(run.organizationId())) {
      throw JobsError.PARAMETER_INVALID.with(
          run.job(), "document", "it must belong to the organization of the run");
    }
    return document;
  }

  private static ImportRequest request(RunParameters run, Document document) {
    return new ImportRequest(
        run.runId(),
        run.organizationId(),
        document.name(),
        document.sha256(),
        run.get("separator").map(separator -> separator.charAt(0)).orElse(','),
        run.requestedBy());
  }

  /** An earlier attempt may have got as far as this. */
  private void settle(Optional<UUID> inboxId, Outcome outcome) {
    inboxId
        .flatMap(inbox::find)
        .filter(document -> document.state().isOpen())
        .map(InboxDocument::id)
        .ifPresent(id -> inbox.settle(id, outcome));
  }

  private static Outcome accepted(JournalsImported imported) {
    String label =
        "%d journals, %d lines, %s to %s"
            .formatted(
                imported.entries(), imported.lines(), imported.firstDay(), imported.lastDay());
    return Outcome.accepted(new Link("ledger.journal-import", imported.importId(), label))
        .describedAs(label);
  }

  private static Outcome outcome(BusinessException refusal) {
    List<Finding> findings = findings(refusal);
    return refusal.code() == JournalImportError.DUPLICATE_FILE
        ? Outcome.duplicate(findings.get(0))
        : Outcome.rejected(findings);
  }

  private static List<Finding> findings(BusinessException refusal) {
    return refusal.findings().isEmpty()
        ? List.of(new Finding(refusal.code().id(), "", String.valueOf(refusal.getMessage())))
        : refusal.findings();
  }

  private static RowError rowError(Finding finding) {
    return new RowError(finding.code(), finding.place(), finding.message());
  }
}
