package org.countinghouse.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.countinghouse.server.testing.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdministratorScenarios {

  @Test
  void outsideTheDemoNothingStartsBeforeThereIsAnAdministrator(@TempDir Path folder) {
    ServerProcess.Finished refused =
        ServerProcess.command(
            folder,
            "serve",
            "--server.port=0",
            "--management.server.port=0",
            "--countinghouse.data-directory=" + folder.resolve("data"));

    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.output()).contains("no administrator", "user create");
  }
}
