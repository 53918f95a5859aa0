package org.countinghouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.countinghouse.server.testing.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really killed. */
class RestartScenarios {

  @TempDir Path folder;

  @Test
  void survivesTheKillOfItsProcessAndStopsCleanOnRequest() {
    ServerProcess first = ServerProcess.start(folder);
    long organizations = first.count("select count(*) from shared.organizations");
    assertThat(organizations).isGreaterThanOrEqualTo(3);
    first.kill();

    ServerProcess second = ServerProcess.start(folder);
    assertThat(second.logged("that a killed Countinghouse left behind")).isTrue();
    assertThat(second.count("select count(*) from shared.organizations")).isEqualTo(organizations);
    second.stop();
    assertThat(folder.resolve("data/database/postmaster.pid")).doesNotExist();
    assertThat(second.log()).doesNotContain("ERROR");
  }
}
