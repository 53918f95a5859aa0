package org.countinghouse.workflows.groupclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.consolidation.Consolidation;
import org.countinghouse.consolidation.ConsolidationSteps;
import org.countinghouse.workflows.engine.Modelled;
import org.countinghouse.workflows.engine.Raises;
import org.countinghouse.workflows.periodclose.CloseApprover;
import org.springframework.stereotype.Component;

/**
 * Notes the second person's agreement. Who is asked is resolved by the parent's roles; whether he
 * may decide for every member is checked here.
 */
@Raises({"consolidation.same-person", "consolidation.not-entitled"})
@Component("recordGroupApproval")
class RecordGroupApproval implements JavaDelegate {

  private final ConsolidationOfProcess consolidationOf;
  private final ConsolidationSteps steps;
  private final CloseApprover approver;

  RecordGroupApproval(
      ConsolidationOfProcess consolidationOf, ConsolidationSteps steps, CloseApprover approver) {
    this.consolidationOf = consolidationOf;
    this.steps = steps;
    this.approver = approver;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Consolidation consolidation = consolidationOf.of(execution);
    Modelled.outcome(
        () ->
            steps.approve(
                consolidation.id(),
                approver.approver(
                    GroupCloseVariables.KEY, consolidation.organizationId(), consolidation.id())));
  }
}
