package org.countinghouse.workflows.journalapproval;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.journals.ManualJournal;
import org.countinghouse.journals.ManualJournalProcessing;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/**
 * Takes what a person made of a returned journal. The correction itself was stored before, by
 * {@code PUT /api/ledger/manual-journals/{id}}.
 */
@Component
class TakeJournalCorrection implements TaskListener {

  private final JournalOfProcess process;
  private final ManualJournalProcessing processing;
  private final Access access;
  private final CurrentUser user;

  TakeJournalCorrection(
      JournalOfProcess process,
      ManualJournalProcessing processing,
      Access access,
      CurrentUser user) {
    this.process = process;
    this.processing = processing;
    this.access = access;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    Actor by = user.require();
    ManualJournal journal = process.of(task.getExecution());
    access.require(by, "ledger.manual-journal:prepare", journal.organizationId());
    var variables = new JournalApprovalVariables(task);
    String text = variables.takeText();
    switch (variables.correctionOutcome()) {
      case SUBMIT -> processing.register(journal.id(), by);
      case WITHDRAW -> processing.withdraw(journal.id(), text, by);
    }
  }
}
