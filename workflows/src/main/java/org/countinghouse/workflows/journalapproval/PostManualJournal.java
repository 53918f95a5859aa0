package org.countinghouse.workflows.journalapproval;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Decision;
import org.countinghouse.journals.ManualJournal;
import org.countinghouse.journals.ManualJournalProcessing;
import org.countinghouse.workflows.engine.Modelled;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts the journal in the approving transaction. Whether it had to be approved is asked of the
 * limit once more, and what was approved and by whom is read from the approval: no variable decides
 * about either.
 */
@Component
class PostManualJournal implements JavaDelegate {

  private final JournalOfProcess process;
  private final ApprovalHistory history;
  private final ManualJournalProcessing processing;
  private final JournalLimit limit;

  PostManualJournal(
      JournalOfProcess process,
      ApprovalHistory history,
      ManualJournalProcessing processing,
      JournalLimit limit) {
    this.process = process;
    this.history = history;
    this.processing = processing;
    this.limit = limit;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ManualJournal journal = process.of(execution);
    ApprovalHistory.Course course =
        history.of(journal.organizationId(), JournalApproval.SUBJECT, journal.id());
    List<ApprovalRequest> requests = course.requests();
    ApprovalRequest last = requests.isEmpty() ? null : requests.get(requests.size() - 1);
    boolean approved = last != null && last.state() == ApprovalRequest.State.APPROVED;
    if (limit.needsApproval(processing.weigh(journal.id()))) {
      if (last == null || !approved) {
        throw new IllegalStateException(journal.number() + " was not approved");
      }
      post(journal, last.contentHash(), decider(course));
    } else if (last != null && approved && processing.isStill(journal.id(), last.contentHash())) {
      post(journal, last.contentHash(), decider(course));
    } else {
      // nobody had to agree to what it is now, whatever was asked about before it was corrected
      post(journal, null, null);
    }
  }

  private static Actor decider(ApprovalHistory.Course course) {
    Decision decision = course.decisions().get(course.decisions().size() - 1);
    return new Actor(decision.decidedBy(), decision.onBehalfOf());
  }

  private void post(ManualJournal journal, @Nullable String approvedHash, @Nullable Actor checker) {
    Modelled.outcome(
        () -> Optional.ofNullable(processing.complete(journal.id(), approvedHash, checker)));
  }
}
