package org.countinghouse.workflows.journalapproval;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.journals.JournalsError;
import org.countinghouse.journals.ManualJournal;
import org.countinghouse.journals.ManualJournalProcessing;
import org.countinghouse.journals.ManualJournalState;
import org.countinghouse.journals.ManualJournals;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.stereotype.Component;

/**
 * Hands in the draft that the start form saved, for whoever is logged in; one that came over REST
 * is handed in already. A refusal reaches the person who starts, and nothing has begun.
 */
@Component
class TakeManualJournal implements JavaDelegate {

  private final ManualJournals journals;
  private final ManualJournalProcessing processing;
  private final Organizations organizations;
  private final Access access;
  private final CurrentUser user;
  private final RuntimeService runtime;
  private final Processes processes;

  TakeManualJournal(
      ManualJournals journals,
      ManualJournalProcessing processing,
      Organizations organizations,
      Access access,
      CurrentUser user,
      RuntimeService runtime,
      Processes processes) {
    this.journals = journals;
    this.processing = processing;
    this.organizations = organizations;
    this.access = access;
    this.user = user;
    this.runtime = runtime;
    this.processes = processes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var variables = new JournalApprovalVariables(execution);
    ManualJournal journal = journals.require(variables.manualJournalId());
    if (!journal.organizationId().equals(organizations.byCode(execution.getTenantId()).id())) {
      throw JournalsError.UNKNOWN.with(journal.id());
    }
    if (journal.state() == ManualJournalState.SUBMITTED) {
      requireNoOther(execution, journal);
    } else {
      Actor by = user.require();
      access.require(by, "ledger.manual-journal:prepare", journal.organizationId());
      processing.register(journal.id(), by);
    }
    execution.setProcessBusinessKey(journal.number());
    variables.tableInput(processing.weigh(journal.id()));
  }

  /** Nobody gets a second approval going by starting the process for a journal that has one. */
  private void requireNoOther(DelegateExecution execution, ManualJournal journal) {
    boolean hasOne =
        processes.asSystem(
            () ->
                runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(JournalApproval.KEY)
                    .processInstanceBusinessKey(journal.number())
                    .tenantIdIn(execution.getTenantId())
                    .list()
                    .stream()
                    .anyMatch(other -> !other.getId().equals(execution.getProcessInstanceId())));
    if (hasOne) {
      throw JournalsError.STATE.with(journal.number(), journal.state(), "submitted");
    }
  }
}
