package org.countinghouse.workflows.periodclose;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.close.AfterClose;
import org.countinghouse.close.Closings;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.periodclose.PeriodCloseVariables.CertificationDecision;
import org.springframework.stereotype.Component;

/** On completing a task after the hard close: try again, or go on without, saying why. */
@Component("takeCertificationDecision")
class TakeCertificationDecision implements TaskListener {

  private final Closings closings;
  private final AfterClose afterClose;
  private final ClosingOfProcess closingOf;
  private final CurrentUser user;

  TakeCertificationDecision(
      Closings closings, AfterClose afterClose, ClosingOfProcess closingOf, CurrentUser user) {
    this.closings = closings;
    this.afterClose = afterClose;
    this.closingOf = closingOf;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    var variables = new PeriodCloseVariables(task.getExecution());
    UUID closingId = closingOf.of(task.getExecution()).id();
    closings.requireWorker(closingId, user.require());
    if (variables.certificationDecision() == CertificationDecision.GO_ON) {
      afterClose.goOnWithout(closingId, variables.remark(), user.require());
    }
    variables.decidedBy(user.require().username());
  }
}
