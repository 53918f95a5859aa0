package org.countinghouse.workflows.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * Says which organization a new process instance belongs to. Definitions are shared by all
 * organizations, instances never are.
 *
 * <p>An instance without a tenant would be visible to every organization, so where no organization
 * can be found the start is refused.
 */
class OrganizationTenants implements TenantIdProvider {

  /** The process variable that names the organization by its code. */
  static final String ORGANIZATION = "organization";

  @Override
  public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
    String process = context.getProcessDefinition().getKey();
    if (context.getSuperExecution() != null) {
      return required(context.getSuperExecution().getTenantId(), process);
    }
    Authentication user = authentication();
    Object wanted =
        context.getVariables() == null ? null : context.getVariables().get(ORGANIZATION);
    if (wanted instanceof String organization) {
      if (user != null && !tenants(user).contains(organization)) {
        throw new BadUserRequestException(
            "To start %s for %s you need a role in that organization."
                .formatted(process, organization));
      }
      return required(organization, process);
    }
    List<String> own = user == null ? List.of() : tenants(user);
    return required(own.size() == 1 ? own.get(0) : null, process);
  }

  @Override
  public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
    return required(null, context.getCaseDefinition().getKey());
  }

  @Override
  public String provideTenantIdForHistoricDecisionInstance(
      TenantIdProviderHistoricDecisionInstanceContext context) {
    return required(
        context.getExecution() == null ? onlyTenant() : context.getExecution().getTenantId(),
        context.getDecisionDefinition().getKey());
  }

  /** The organization of a decision outside any process: {@link Processes#asSystemOf}. */
  private static @Nullable String onlyTenant() {
    Authentication who = Context.getCommandContext().getAuthentication();
    List<String> own = who == null ? List.of() : tenants(who);
    return own.size() == 1 ? own.get(0) : null;
  }

  private static @Nullable Authentication authentication() {
    Authentication user = Context.getCommandContext().getAuthentication();
    return user == null || user.getUserId() == null ? null : user;
  }

  private static List<String> tenants(Authentication user) {
    return user.getTenantIds() == null ? List.of() : user.getTenantIds();
  }

  private static String required(@Nullable String tenant, String what) {
    if (tenant == null || tenant.isBlank()) {
      throw new BadUserRequestException(
          "To start %s name the organization it is for, as variable '%s'."
              .formatted(what, ORGANIZATION));
    }
    return tenant;
  }
}
