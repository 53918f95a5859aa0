package org.countinghouse.workflows.groupclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.consolidation.ConsolidationSteps;
import org.springframework.stereotype.Component;

/** Takes the business among the members out and freezes the figures for review. */
@Component("eliminateIntercompany")
class EliminateIntercompany implements JavaDelegate {

  private final ConsolidationOfProcess consolidationOf;
  private final ConsolidationSteps steps;

  EliminateIntercompany(ConsolidationOfProcess consolidationOf, ConsolidationSteps steps) {
    this.consolidationOf = consolidationOf;
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.eliminate(consolidationOf.of(execution).id(), Actor.system(GroupCloseVariables.KEY));
  }
}
