package org.countinghouse.workflows.journalapproval;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.countinghouse.journals.ManualJournalChanged;
import org.countinghouse.journals.ManualJournalSubmitted;
import org.countinghouse.journals.ManualJournalWithdrawn;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.workflows.approval.ApprovalRestarts;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the process follow what happens to manual journals over REST, in the same transaction. */
@Component
class JournalApproval {

  static final String KEY = "journal-approval";
  static final String SUBJECT = "manual-journal";

  private final RuntimeService runtime;
  private final Processes processes;
  private final Organizations organizations;
  private final ApprovalRestarts restarts;

  JournalApproval(
      RuntimeService runtime,
      Processes processes,
      Organizations organizations,
      ApprovalRestarts restarts) {
    this.runtime = runtime;
    this.processes = processes;
    this.organizations = organizations;
    this.restarts = restarts;
  }

  /** One that was returned has its process, which waits for the correction. */
  @EventListener
  void start(ManualJournalSubmitted event) {
    if (!tell("Msg_JournalSubmittedAgain", event.organizationId(), event.number())) {
      processes.start(
          KEY,
          event.organizationId(),
          event.number(),
          Map.of(JournalApprovalVariables.MANUAL_JOURNAL_ID, event.manualJournalId().toString()));
    }
  }

  @EventListener
  void restartApproval(ManualJournalChanged event) {
    restarts.subjectChanged(SUBJECT, event.manualJournalId());
  }

  /** A draft that was never handed in has no process. */
  @EventListener
  void end(ManualJournalWithdrawn event) {
    tell("Msg_JournalWithdrawn", event.organizationId(), event.number());
  }

  private boolean tell(String message, UUID organizationId, String number) {
    String tenant = organizations.byId(organizationId).code();
    return !processes
        .asSystem(
            () ->
                runtime
                    .createMessageCorrelation(message)
                    .tenantId(tenant)
                    .processInstanceBusinessKey(number)
                    .correlateAllWithResult())
        .isEmpty();
  }
}
