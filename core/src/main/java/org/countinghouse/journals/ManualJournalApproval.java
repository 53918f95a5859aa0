package org.countinghouse.journals;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.approvals.SheetBudgets;
import org.countinghouse.approvals.spi.ApprovalSheet;
import org.countinghouse.approvals.spi.ApprovalSheet.Notice;
import org.countinghouse.approvals.spi.ApprovalSheet.Severity;
import org.countinghouse.approvals.spi.ApprovalSheet.SheetDocument;
import org.countinghouse.approvals.spi.ApprovalSubject;
import org.countinghouse.approvals.spi.SubjectState;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.journals.JournalComposer.Composed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of a manual journal is approved, and within whose limits: its debits in base currency. */
@Component
class ManualJournalApproval implements ApprovalSubject {

  static final String TYPE = "manual-journal";

  private final ManualJournalStore store;
  private final JournalComposer composer;
  private final SheetBudgets budgets;
  private final Documents documents;

  ManualJournalApproval(
      ManualJournalStore store,
      JournalComposer composer,
      SheetBudgets budgets,
      Documents documents) {
    this.store = store;
    this.composer = composer;
    this.budgets = budgets;
    this.documents = documents;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public SubjectState read(UUID subjectId) {
    ManualJournal journal = store.require(subjectId);
    Composed composed = composer.compose(ManualJournals.order(journal, store.lines(journal)));
    return new SubjectState(
        journal.organizationId(),
        journal.number(),
        journal.description(),
        composed.total(),
        costCentre(composed.lines()),
        journal.makers(),
        ManualJournalFacts.of(journal, store.schedule(subjectId), composed),
        null);
  }

  @Override
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public ApprovalSheet sheet(UUID subjectId) {
    ManualJournal journal = store.require(subjectId);
    Composed composed = composer.compose(ManualJournals.order(journal, store.lines(journal)));
    List<SheetBudgets.Spending> spendings =
        composed.lines().stream()
            .map(
                line ->
                    new SheetBudgets.Spending(
                        line.account(), line.costCentre(), line.inBase(), false))
            .toList();
    UUID source = journal.documentId();
    return new ApprovalSheet(
        budgets.of(journal.organizationId(), journal.postingDate(), spendings),
        source == null
            ? List.of()
            : documents
                .find(source)
                .map(found -> new SheetDocument(found.id(), found.name(), found.mediaType()))
                .stream()
                .toList(),
        composed.findings().stream()
            .map(found -> new Notice(Severity.EXCEPTION, found.code(), found.message()))
            .toList(),
        null);
  }

  /** The one all lines that have any go to; with several only limits for all count. */
  private static @Nullable String costCentre(List<ManualLine> lines) {
    List<String> all =
        lines.stream().map(ManualLine::costCentre).filter(Objects::nonNull).distinct().toList();
    return all.size() == 1 ? all.get(0) : null;
  }
}
