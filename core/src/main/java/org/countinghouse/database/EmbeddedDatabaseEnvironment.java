package org.countinghouse.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the application its database: the server named by {@code spring.datasource.url}, else the
 * embedded one, started here before anything needs it.
 */
public final class EmbeddedDatabaseEnvironment implements EnvironmentPostProcessor, Ordered {

  /** Set by the command line: use the server of a running Countinghouse rather than refuse. */
  private static final String JOIN = "countinghouse.database.join";

  private static @Nullable Server running;

  private final Log log;

  /** Logging is not set up yet when the database starts: what it says is kept until it is. */
  EmbeddedDatabaseEnvironment(DeferredLogFactory logs) {
    this.log = logs.getLog(EmbeddedDatabase.class);
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE; // configuration files have been read by then
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (environment.containsProperty("spring.datasource.url")) {
      return;
    }
    Server server = server(environment, log);
    String secret = EmbeddedCluster.secret(server.folder());
    String url = "jdbc:postgresql://127.0.0.1:%d/countinghouse?reWriteBatchedInserts=true";
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "embeddedDatabase",
                Map.of(
                    "spring.datasource.url",
                    url.formatted(server.port()),
                    "spring.datasource.username",
                    EmbeddedCluster.APPLICATION,
                    "spring.datasource.password",
                    secret,
                    "countinghouse.database.owner.username",
                    EmbeddedCluster.OWNER,
                    "countinghouse.database.owner.password",
                    secret,
                    "countinghouse.database.embedded",
                    "true")));
  }

  /** All contexts of one JVM share one server. */
  private static synchronized Server server(ConfigurableEnvironment environment, Log log) {
    Server server = running;
    if (server == null) {
      Path folder =
          Path.of(environment.getProperty("countinghouse.database.directory", "data/database"))
              .toAbsolutePath();
      try {
        OptionalInt joined =
            environment.getProperty(JOIN, Boolean.class, false)
                ? EmbeddedDatabase.portInUse(folder)
                : OptionalInt.empty();
        server =
            joined.isPresent()
                ? new Server(folder, joined.getAsInt())
                : start(environment, folder, log);
      } catch (IOException e) {
        throw new UncheckedIOException("The embedded database did not start", e);
      }
      running = server;
    }
    return server;
  }

  private static Server start(ConfigurableEnvironment environment, Path folder, Log log)
      throws IOException {
    boolean durable =
        environment.getProperty("countinghouse.database.durable", Boolean.class, true);
    EmbeddedPostgres postgres =
        EmbeddedDatabase.start(
            folder,
            environment.getProperty("countinghouse.database.port", Integer.class, 0),
            durable,
            log);
    SpringApplication.getShutdownHandlers().add(() -> stop(postgres, durable ? null : folder));
    return new Server(folder, postgres.getPort());
  }

  /** What was never meant to last is thrown away. */
  private static void stop(EmbeddedPostgres postgres, @Nullable Path throwAway) {
    try {
      postgres.close();
      if (throwAway != null) {
        EmbeddedDatabase.delete(throwAway);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded database did not stop", e);
    }
  }

  private record Server(Path folder, int port) {}
}
