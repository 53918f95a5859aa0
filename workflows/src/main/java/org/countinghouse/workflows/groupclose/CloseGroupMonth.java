package org.countinghouse.workflows.groupclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.consolidation.ConsolidationSteps;
import org.countinghouse.workflows.engine.Modelled;
import org.countinghouse.workflows.engine.Raises;
import org.springframework.stereotype.Component;

/** Freezes the group's month and signs its certificate. */
@Raises("consolidation.figures-changed")
@Component("closeGroupMonth")
class CloseGroupMonth implements JavaDelegate {

  private final ConsolidationOfProcess consolidationOf;
  private final ConsolidationSteps steps;

  CloseGroupMonth(ConsolidationOfProcess consolidationOf, ConsolidationSteps steps) {
    this.consolidationOf = consolidationOf;
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Modelled.outcome(
        () ->
            steps.close(consolidationOf.of(execution).id(), Actor.system(GroupCloseVariables.KEY)));
  }
}
