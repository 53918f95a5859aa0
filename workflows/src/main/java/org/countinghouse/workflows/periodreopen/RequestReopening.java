package org.countinghouse.workflows.periodreopen;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.close.Reopening;
import org.countinghouse.close.Reopenings;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/**
 * Registers the reopening for whoever filled in the start form; one that was asked for otherwise is
 * there already. A refusal reaches the person who starts.
 */
@Component("requestReopening")
class RequestReopening implements JavaDelegate {

  private final Reopenings reopenings;
  private final Organizations organizations;
  private final CurrentUser user;

  RequestReopening(Reopenings reopenings, Organizations organizations, CurrentUser user) {
    this.reopenings = reopenings;
    this.organizations = organizations;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var variables = new PeriodReopenVariables(execution);
    Organization organization = organizations.byCode(execution.getTenantId());
    Reopening reopening =
        reopenings
            .awaitingProcess(organization.id(), variables.reopeningIdIfKnown())
            .orElseGet(
                () ->
                    reopenings.register(
                        organization.id(),
                        variables.period(),
                        variables.reason(),
                        variables.endOfLastDay(organization.zone()),
                        user.require()));
    variables.reopening(reopening);
    execution.setProcessBusinessKey(reopening.number());
  }
}
