package org.countinghouse.workflows.groupclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.consolidation.ConsolidationWork;
import org.springframework.stereotype.Component;

/** Asks whether every member is closed, mapped and agrees with the others. */
@Component("checkGroupMembers")
class CheckGroupMembers implements JavaDelegate {

  private final ConsolidationOfProcess consolidationOf;
  private final ConsolidationWork work;

  CheckGroupMembers(ConsolidationOfProcess consolidationOf, ConsolidationWork work) {
    this.consolidationOf = consolidationOf;
    this.work = work;
  }

  @Override
  public void execute(DelegateExecution execution) {
    new GroupCloseVariables(execution)
        .ready(work.findings(consolidationOf.of(execution)).isEmpty());
  }
}
