package org.countinghouse.workflows.journalapproval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countinghouse.journals.JournalsError;
import org.countinghouse.journals.ManualJournal;
import org.countinghouse.journals.ManualJournals;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/**
 * Finds the journal an instance is about, by tenant and business key, which no client can write.
 */
@Component
class JournalOfProcess {

  private final ManualJournals journals;
  private final Organizations organizations;

  JournalOfProcess(ManualJournals journals, Organizations organizations) {
    this.journals = journals;
    this.organizations = organizations;
  }

  ManualJournal of(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey();
    ManualJournal journal =
        journals
            .find(organizations.byCode(execution.getTenantId()).id(), number)
            .orElseThrow(() -> JournalsError.UNKNOWN.with(number));
    new JournalApprovalVariables(execution).manualJournalId(journal.id());
    return journal;
  }
}
