package org.countinghouse.server.architecture;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  @Test
  void modulesUseEachOtherOnlyByTheirPublicSideAndWithoutCycles() {
    ApplicationModules.of("org.countinghouse", new NoTestJars()).verify();
  }
}
