package org.countinghouse.workflows.periodreopen;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countinghouse.close.Reopening;
import org.countinghouse.close.Reopenings;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/** The reopening an instance is about, by tenant and business key: variables are only data. */
@Component
class ReopeningOfProcess {

  private final Reopenings reopenings;
  private final Organizations organizations;

  ReopeningOfProcess(Reopenings reopenings, Organizations organizations) {
    this.reopenings = reopenings;
    this.organizations = organizations;
  }

  Reopening of(DelegateExecution execution) {
    return reopenings.byNumber(
        organizations.byCode(execution.getTenantId()).id(), execution.getProcessBusinessKey());
  }
}
