package org.countinghouse.journals;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.approvals.spi.ApprovalSubject;
import org.countinghouse.approvals.spi.SubjectState;
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

  ManualJournalApproval(ManualJournalStore store, JournalComposer composer) {
    this.store = store;
    this.composer = composer;
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

  /** The one all lines that have any go to; with several only limits for all count. */
  private static @Nullable String costCentre(List<ManualLine> lines) {
    List<String> all =
        lines.stream().map(ManualLine::costCentre).filter(Objects::nonNull).distinct().toList();
    return all.size() == 1 ? all.get(0) : null;
  }
}
