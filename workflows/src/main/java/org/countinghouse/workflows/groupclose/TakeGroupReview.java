package org.countinghouse.workflows.groupclose;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.consolidation.ConsolidationSteps;
import org.countinghouse.consolidation.Consolidations;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.groupclose.GroupCloseVariables.ReviewDecision;
import org.springframework.stereotype.Component;

/** On completing "Review the consolidated trial balance": submit it, or send it back. */
@Component("takeGroupReview")
class TakeGroupReview implements TaskListener {

  private final Consolidations consolidations;
  private final ConsolidationSteps steps;
  private final ConsolidationOfProcess consolidationOf;
  private final CurrentUser user;

  TakeGroupReview(
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
    if (variables.reviewDecision() == ReviewDecision.SUBMIT) {
      steps.review(id, user.require());
    } else {
      consolidations.requireWorker(id, user.require());
      ConsolidationSteps.requireReason(variables.remark());
    }
    variables.decidedBy(user.require().username());
  }
}
