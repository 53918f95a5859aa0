package org.countinghouse.server.health;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether files can be dropped and put away. */
@Component("exchangeFolder")
class ExchangeFolderHealth implements HealthIndicator {

  private final Path folder;

  ExchangeFolderHealth(@Value("${countinghouse.exchange.directory}") Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  @Override
  public Health health() {
    boolean usable = Files.isDirectory(folder) && Files.isWritable(folder);
    return (usable ? Health.up() : Health.down()).withDetail("folder", folder.toString()).build();
  }
}
