package org.countinghouse.workflows.periodclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countinghouse.close.Closing;
import org.countinghouse.close.Closings;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/**
 * The closing an instance is about, by tenant and business key. Not by variable: whoever completes
 * a task could send another one along.
 */
@Component
class ClosingOfProcess {

  private final Closings closings;
  private final Organizations organizations;

  ClosingOfProcess(Closings closings, Organizations organizations) {
    this.closings = closings;
    this.organizations = organizations;
  }

  /** The closing; the variables that name it are set to what they must be. */
  Closing of(DelegateExecution execution) {
    Closing closing =
        closings.byNumber(
            organizations.byCode(execution.getTenantId()).id(), execution.getProcessBusinessKey());
    new PeriodCloseVariables(execution).closing(closing);
    return closing;
  }
}
