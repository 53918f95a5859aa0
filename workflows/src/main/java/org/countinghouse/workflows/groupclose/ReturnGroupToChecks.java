package org.countinghouse.workflows.groupclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.consolidation.Consolidation;
import org.countinghouse.consolidation.ConsolidationSteps;
import org.countinghouse.consolidation.ConsolidationWork;
import org.countinghouse.workflows.periodclose.CloseApprover;
import org.springframework.stereotype.Component;

/** Has the figures made anew and keeps in words why. */
@Component("returnGroupToChecks")
class ReturnGroupToChecks implements JavaDelegate {

  private final ConsolidationOfProcess consolidationOf;
  private final ConsolidationSteps steps;
  private final ConsolidationWork work;
  private final CloseApprover approver;

  ReturnGroupToChecks(
      ConsolidationOfProcess consolidationOf,
      ConsolidationSteps steps,
      ConsolidationWork work,
      CloseApprover approver) {
    this.consolidationOf = consolidationOf;
    this.steps = steps;
    this.work = work;
    this.approver = approver;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var variables = new GroupCloseVariables(execution);
    Consolidation consolidation = consolidationOf.of(execution);
    steps.sendBack(
        consolidation.id(), why(variables, consolidation), Actor.system(GroupCloseVariables.KEY));
  }

  /** The latest of: a member that changed, why the second person refused, what was remarked. */
  private String why(GroupCloseVariables variables, Consolidation consolidation) {
    return work.staleMember(consolidation)
        .map(member -> member + " has opened or closed its month again since.")
        .or(
            () ->
                approver.rejection(
                    GroupCloseVariables.KEY, consolidation.organizationId(), consolidation.id()))
        .filter(text -> !text.isBlank())
        .orElseGet(() -> variables.decidedBy().orElse("Review") + ": " + variables.remark());
  }
}
