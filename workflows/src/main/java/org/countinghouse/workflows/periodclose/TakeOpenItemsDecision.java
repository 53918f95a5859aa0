package org.countinghouse.workflows.periodclose;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.close.Closings;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.periodclose.PeriodCloseVariables.OpenItemsDecision;
import org.springframework.stereotype.Component;

/** On completing "Settle open items": check again, or give the closing up. */
@Component("takeOpenItemsDecision")
class TakeOpenItemsDecision implements TaskListener {

  private final Closings closings;
  private final ClosingOfProcess closingOf;
  private final CurrentUser user;

  TakeOpenItemsDecision(Closings closings, ClosingOfProcess closingOf, CurrentUser user) {
    this.closings = closings;
    this.closingOf = closingOf;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    var variables = new PeriodCloseVariables(task.getExecution());
    UUID closingId = closingOf.of(task.getExecution()).id();
    if (variables.openItemsDecision() == OpenItemsDecision.WITHDRAW) {
      closings.withdraw(closingId, variables.remark(), user.require());
    } else {
      closings.requireWorker(closingId, user.require());
    }
    variables.decidedBy(user.require().username());
  }
}
