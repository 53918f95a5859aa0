package org.countinghouse.workflows.periodclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.close.Checklists;
import org.countinghouse.close.Closing;
import org.springframework.stereotype.Component;

/**
 * Asks every module whether it is ready for the routines; whoever had it asked is kept as evidence.
 */
@Component("checkReadiness")
class CheckReadiness implements JavaDelegate {

  private final ClosingOfProcess closings;
  private final Checklists checklists;

  CheckReadiness(ClosingOfProcess closings, Checklists checklists) {
    this.closings = closings;
    this.checklists = checklists;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var variables = new PeriodCloseVariables(execution);
    Closing closing = closings.of(execution);
    String asker = variables.decidedBy().orElse(closing.preparedBy());
    checklists.check(closing.id(), new Actor(asker, null));
    variables.ready(checklists.isReadyForRoutines(closing.id()));
  }
}
