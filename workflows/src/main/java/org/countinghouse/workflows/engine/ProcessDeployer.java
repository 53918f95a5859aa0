package org.countinghouse.workflows.engine;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys the process folders at start, each folder as one deployment, so that a process, its
 * decision tables and its forms always belong together. Nothing happens when nothing changed; when
 * any file of a folder changed, the whole folder gets a new version and running instances keep the
 * old one.
 */
@Component
public class ProcessDeployer implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(ProcessDeployer.class);

  private final RepositoryService repository;
  private final StartRights startRights;

  ProcessDeployer(RepositoryService repository, StartRights startRights) {
    this.repository = repository;
    this.startRights = startRights;
  }

  @Override
  public void afterSingletonsInstantiated() {
    ProcessFolders.list().forEach(this::deploy);
    startRights.grant();
  }

  /** Deploys one folder if it differs from what is deployed. */
  public void deploy(ProcessFolder folder) {
    // not "deploy changed only": a changed form would get a deployment of its own, and the process
    // would go on using the old form of its own deployment
    DeploymentBuilder deployment =
        repository
            .createDeployment()
            .name(folder.path())
            .source("countinghouse")
            .enableDuplicateFiltering(false);
    folder
        .deployed()
        .forEach(
            file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.bytes())));
    DeploymentWithDefinitions result = deployment.deployWithResult();
    if (result.getDeployedProcessDefinitions() != null) {
      log.info("Deployed {}", folder.path());
    }
  }
}
