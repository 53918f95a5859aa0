package org.countinghouse.workflows.groupclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.consolidation.ConsolidationSteps;
import org.countinghouse.workflows.engine.Modelled;
import org.countinghouse.workflows.engine.Raises;
import org.springframework.stereotype.Component;

/** Brings every member's books into the group's currency. */
@Raises("consolidation.not-ready")
@Component("translateMembers")
class TranslateMembers implements JavaDelegate {

  private final ConsolidationOfProcess consolidationOf;
  private final ConsolidationSteps steps;

  TranslateMembers(ConsolidationOfProcess consolidationOf, ConsolidationSteps steps) {
    this.consolidationOf = consolidationOf;
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Modelled.outcome(() -> steps.translate(consolidationOf.of(execution).id()));
  }
}
