package org.countinghouse.workflows.engine;

import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Who may start a process by hand is said in its model ({@code camunda:candidateStarterGroups});
 * here it becomes a right, so that a new process needs no line of code for it.
 */
class StartRights {

  private final RepositoryService repository;
  private final Grants grants;

  StartRights(RepositoryService repository, Grants grants) {
    this.repository = repository;
    this.grants = grants;
  }

  void grant() {
    repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .active()
        .list()
        .forEach(this::grantFor);
  }

  private void grantFor(ProcessDefinition process) {
    repository.getIdentityLinksForProcessDefinition(process.getId()).stream()
        .filter(link -> link.getGroupId() != null)
        .forEach(
            link ->
                grants.set(
                    link.getGroupId(),
                    Resources.PROCESS_DEFINITION,
                    process.getKey(),
                    READ,
                    CREATE_INSTANCE));
  }
}
