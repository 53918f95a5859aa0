package org.countinghouse.workflows.groupclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countinghouse.consolidation.Consolidation;
import org.countinghouse.consolidation.Consolidations;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/**
 * The consolidation an instance is about, by tenant and business key. Not by variable: whoever
 * completes a task could send another one along.
 */
@Component
class ConsolidationOfProcess {

  private final Consolidations consolidations;
  private final Organizations organizations;

  ConsolidationOfProcess(Consolidations consolidations, Organizations organizations) {
    this.consolidations = consolidations;
    this.organizations = organizations;
  }

  /** The consolidation; the variables that name it are set to what they must be. */
  Consolidation of(DelegateExecution execution) {
    Consolidation consolidation =
        consolidations.byNumber(
            organizations.byCode(execution.getTenantId()).id(), execution.getProcessBusinessKey());
    new GroupCloseVariables(execution).consolidation(consolidation);
    return consolidation;
  }
}
