package org.countinghouse.workflows.journalapproval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.journals.ManualJournalProcessing;
import org.springframework.stereotype.Component;

/** Gives a rejected or refused journal back to be corrected. */
@Component
class ReturnManualJournal implements JavaDelegate {

  private final JournalOfProcess process;
  private final ManualJournalProcessing processing;

  ReturnManualJournal(JournalOfProcess process, ManualJournalProcessing processing) {
    this.process = process;
    this.processing = processing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    processing.giveBack(process.of(execution).id());
  }
}
