package org.countinghouse.workflows.engine;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deploys the process folders at start, each folder as one deployment, so that a process, its
 * decision tables and its forms always belong together. Nothing happens when nothing changed; when
 * any file of a folder changed, the whole folder gets a new version and running instances keep the
 * old one.
 */
class ProcessDeployer {

  private static final Logger log = LoggerFactory.getLogger(ProcessDeployer.class);

  private final RepositoryService repository;

  ProcessDeployer(RepositoryService repository) {
    this.repository = repository;
  }

  void deployAll() {
    ProcessFolders.list().forEach(this::deploy);
  }

  /** Deploys one folder if it differs from what is deployed. */
  void deploy(ProcessFolder folder) {
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
