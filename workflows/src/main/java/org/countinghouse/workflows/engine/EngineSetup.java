package org.countinghouse.workflows.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.countinghouse.workflows.engine.identity.IdentityProviderFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * What the engine cannot be told in {@code countinghouse-workflows.yml}, and what it begins with.
 */
@Component
class EngineSetup extends AbstractProcessEnginePlugin {

  private final ListableBeanFactory application;
  private final IdentityProviderFactory identity;

  EngineSetup(ListableBeanFactory application, IdentityProviderFactory identity) {
    this.application = application;
    this.identity = identity;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setIdGenerator(new StrongUuidGenerator());
    engine.setIdentityProviderSessionFactory(identity);
    // whoever is in these groups sees every tenant; nobody else may
    engine.setAdminGroups(new ArrayList<>(List.of("administrator", "ops")));
    engine.setTenantIdProvider(new OrganizationTenants());
    engine.setExpressionManager(new GuardedExpressionManager(application));
    engine.setScriptEngineResolver(new NoScripts());
    // a candidate may claim and complete, not hand the task to just anybody
    engine.setDefaultUserPermissionForTask(TaskPermissions.TASK_WORK);
  }

  /**
   * Whoever gets the engine gets it with its processes, rights and filters; a command that needs no
   * engine pays for none of them.
   */
  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    var grants = new Grants(engine.getAuthorizationService());
    new ProcessDeployer(engine.getRepositoryService()).deployAll();
    new RoleAuthorizations(grants).apply();
    new StartRights(engine.getRepositoryService(), grants).grant();
    new SharedFilters(engine.getFilterService(), engine.getTaskService(), grants).apply();
  }
}
