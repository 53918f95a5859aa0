package org.countinghouse.workflows.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Starts processes because something happened in the domain. The instance is started by the system,
 * in the caller's transaction: whoever caused the event needs no right in the engine, and is a
 * variable where the process asks for the maker.
 */
@Component
public class Processes {

  private final RuntimeService runtime;
  private final IdentityService identity;
  private final Organizations organizations;

  Processes(RuntimeService runtime, IdentityService identity, Organizations organizations) {
    this.runtime = runtime;
    this.identity = identity;
    this.organizations = organizations;
  }

  /**
   * Starts the newest version of a process for an organization, which becomes the instance's
   * tenant. The instance gets the variables {@code organization} (code) and {@code organizationId}
   * besides those given.
   *
   * @param businessKey the number people know the document by
   * @param variables ids and decisions only
   * @return the id of the process instance
   */
  public String start(
      String key, UUID organizationId, String businessKey, Map<String, ?> variables) {
    Map<String, Object> all = new HashMap<>(variables);
    all.put(OrganizationTenants.ORGANIZATION, organizations.byId(organizationId).code());
    all.put("organizationId", organizationId.toString());
    return asSystem(
        () ->
            runtime
                .createProcessInstanceByKey(key)
                .businessKey(businessKey)
                .setVariables(all)
                .execute()
                .getId());
  }

  /** Does something in the engine with no user's rights and no user's limits. */
  public <T> T asSystem(Supplier<T> work) {
    return as(null, work);
  }

  /**
   * {@link #asSystem} outside any process, for one organization: what it leaves in the engine's
   * history belongs to that organization.
   *
   * @param organization its code
   */
  public <T> T asSystemOf(String organization, Supplier<T> work) {
    return as(new Authentication(null, List.of(), List.of(organization)), work);
  }

  private <T> T as(@Nullable Authentication who, Supplier<T> work) {
    Authentication user = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    if (who != null) {
      identity.setAuthentication(who);
    }
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
      if (user != null) {
        identity.setAuthentication(user);
      }
    }
  }
}
