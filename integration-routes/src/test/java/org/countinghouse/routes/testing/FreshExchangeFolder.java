package org.countinghouse.routes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An exchange folder no earlier run left files in. */
class FreshExchangeFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      Path target = Files.createDirectories(Path.of("target", "test-data"));
      Path folder = Files.createTempDirectory(target.toAbsolutePath(), "exchange-");
      TestPropertyValues.of("countinghouse.exchange.directory=" + folder).applyTo(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
