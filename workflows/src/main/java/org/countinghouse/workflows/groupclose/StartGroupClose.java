package org.countinghouse.workflows.groupclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.consolidation.Consolidation;
import org.countinghouse.consolidation.ConsolidationError;
import org.countinghouse.consolidation.Consolidations;
import org.countinghouse.consolidation.Group;
import org.countinghouse.consolidation.Groups;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/**
 * Opens the consolidation for whoever filled in the start form; one that was started otherwise is
 * there already. A refusal reaches the person who starts, and nothing has begun.
 */
@Component("startGroupClose")
class StartGroupClose implements JavaDelegate {

  private final Consolidations consolidations;
  private final Groups groups;
  private final Organizations organizations;
  private final CurrentUser user;

  StartGroupClose(
      Consolidations consolidations, Groups groups, Organizations organizations, CurrentUser user) {
    this.consolidations = consolidations;
    this.groups = groups;
    this.organizations = organizations;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var variables = new GroupCloseVariables(execution);
    Organization organization = organizations.byCode(execution.getTenantId());
    Consolidation consolidation =
        consolidations
            .awaitingProcess(organization.id(), variables.consolidationIdIfKnown())
            .orElseGet(() -> register(organization, variables));
    variables.consolidation(consolidation);
    execution.setProcessBusinessKey(consolidation.number());
  }

  private Consolidation register(Organization organization, GroupCloseVariables variables) {
    Group group = groups.byCode(variables.group());
    if (!group.organizationId().equals(organization.id())) {
      throw ConsolidationError.GROUP_UNKNOWN.with(variables.group());
    }
    return consolidations.register(group, variables.period(), user.require());
  }
}
