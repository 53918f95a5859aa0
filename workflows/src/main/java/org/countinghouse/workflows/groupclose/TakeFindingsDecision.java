package org.countinghouse.workflows.groupclose;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Actor;
import org.countinghouse.consolidation.ConsolidationSteps;
import org.countinghouse.consolidation.Consolidations;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/** On completing "Settle what is open": check again, let differences stand, or give it up. */
@Component("takeFindingsDecision")
class TakeFindingsDecision implements TaskListener {

  private final Consolidations consolidations;
  private final ConsolidationSteps steps;
  private final ConsolidationOfProcess consolidationOf;
  private final CurrentUser user;

  TakeFindingsDecision(
      Consolidations consolidations,
      ConsolidationSteps steps,
      ConsolidationOfProcess consolidationOf,
      CurrentUser user) {
    this.consolidations = consolidations;
    this.steps = steps;
    this.consolidationOf = consolidationOf;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    var variables = new GroupCloseVariables(task.getExecution());
    UUID id = consolidationOf.of(task.getExecution()).id();
    Actor person = user.require();
    switch (variables.findingsDecision()) {
      case CHECK_AGAIN -> consolidations.requireWorker(id, person);
      case ACCEPT_DIFFERENCES -> steps.acceptDifferences(id, variables.remark(), person);
      case WITHDRAW -> steps.withdraw(id, variables.remark(), person);
    }
    variables.decidedBy(person.username());
  }
}
