package org.countinghouse.workflows.periodclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.close.Closing;
import org.countinghouse.close.Closings;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/**
 * Opens the closing for whoever filled in the start form; one that was started otherwise is there
 * already. A refusal reaches the person who starts, and nothing has begun.
 */
@Component("startClosing")
class StartClosing implements JavaDelegate {

  private final Closings closings;
  private final Organizations organizations;
  private final CurrentUser user;

  StartClosing(Closings closings, Organizations organizations, CurrentUser user) {
    this.closings = closings;
    this.organizations = organizations;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var variables = new PeriodCloseVariables(execution);
    Organization organization = organizations.byCode(execution.getTenantId());
    Closing closing =
        closings
            .awaitingProcess(organization.id(), variables.closingIdIfKnown())
            .orElseGet(
                () -> closings.register(organization.id(), variables.period(), user.require()));
    variables.closing(closing);
    execution.setProcessBusinessKey(closing.number());
  }
}
