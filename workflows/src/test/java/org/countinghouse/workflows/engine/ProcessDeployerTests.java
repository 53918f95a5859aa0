package org.countinghouse.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class ProcessDeployerTests {

  @Autowired RepositoryService repository;

  @Test
  void everyFolderIsOneDeploymentWithNamesThatHoldInAFolderAndInAJar() {
    assertThat(ProcessFolders.list())
        .isNotEmpty()
        .allSatisfy(
            folder -> {
              var deployment =
                  repository.createDeploymentQuery().deploymentName(folder.path()).singleResult();
              assertThat(repository.getDeploymentResourceNames(deployment.getId()))
                  .containsExactlyInAnyOrderElementsOf(
                      folder.deployed().stream().map(ProcessFile::name).toList());
            });
  }

  @Test
  void deployingWhatIsThereAlreadyChangesNothing() {
    long before = repository.createDeploymentQuery().count();

    new ProcessDeployer(repository).deployAll();

    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }
}
