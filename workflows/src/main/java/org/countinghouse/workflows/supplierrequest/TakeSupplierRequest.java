package org.countinghouse.workflows.supplierrequest;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.SupplierRequests;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/**
 * Does what the start form wrote down, for whoever is logged in. A refusal reaches the person who
 * starts, and nothing has begun.
 */
@Component
class TakeSupplierRequest implements JavaDelegate {

  private final SupplierRequests requests;
  private final Organizations organizations;
  private final CurrentUser user;

  TakeSupplierRequest(SupplierRequests requests, Organizations organizations, CurrentUser user) {
    this.requests = requests;
    this.organizations = organizations;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    UUID organizationId = organizations.byCode(execution.getTenantId()).id();
    UUID requestId = new SupplierRequestVariables(execution).requestId();
    execution.setProcessBusinessKey(requests.take(organizationId, requestId, user.require()));
  }
}
