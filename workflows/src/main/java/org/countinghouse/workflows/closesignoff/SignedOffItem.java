package org.countinghouse.workflows.closesignoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countinghouse.close.Closing;
import org.countinghouse.close.Closings;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/**
 * The closing and the item an instance is about, by tenant and business key. Not by variable:
 * whoever completes a task could send another one along.
 */
@Component
class SignedOffItem {

  private final Closings closings;
  private final Organizations organizations;

  SignedOffItem(Closings closings, Organizations organizations) {
    this.closings = closings;
    this.organizations = organizations;
  }

  /** One item of one closing. */
  record Place(Closing closing, String itemKey) {}

  Place of(DelegateExecution execution) {
    String businessKey = execution.getProcessBusinessKey();
    int slash = businessKey.indexOf('/');
    Closing closing =
        closings.byNumber(
            organizations.byCode(execution.getTenantId()).id(), businessKey.substring(0, slash));
    return new Place(closing, businessKey.substring(slash + 1));
  }
}
