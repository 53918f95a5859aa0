package org.countinghouse.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the application its database: the server named by {@code spring.datasource.url}, else the
 * embedded one, started here before anything needs it.
 */
public final class EmbeddedDatabaseEnvironment implements EnvironmentPostProcessor, Ordered {

  /** Owns schemas and tables; migrations and partition work run as it. */
  static final String OWNER = "countinghouse_owner";

  /** What the application logs in as; owns nothing, so row-level security binds it. */
  static final String APPLICATION = "countinghouse";

  private static @Nullable EmbeddedPostgres running;

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
    String url = "jdbc:postgresql://127.0.0.1:%d/countinghouse?reWriteBatchedInserts=true";
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "embeddedDatabase",
                Map.of(
                    "spring.datasource.url",
                    url.formatted(port(environment)),
                    "spring.datasource.username",
                    APPLICATION,
                    "countinghouse.database.owner.username",
                    OWNER,
                    "countinghouse.database.embedded",
                    "true")));
  }

  /** All contexts of one JVM share one server. */
  private static synchronized int port(ConfigurableEnvironment environment) {
    EmbeddedPostgres server = running;
    if (server == null) {
      Path folder =
          Path.of(environment.getProperty("countinghouse.database.directory", "data/database"));
      boolean durable =
          environment.getProperty("countinghouse.database.durable", Boolean.class, true);
      try {
        server =
            EmbeddedDatabase.start(
                folder.toAbsolutePath(),
                environment.getProperty("countinghouse.database.port", Integer.class, 0),
                durable);
        prepare(server);
      } catch (IOException e) {
        throw new UncheckedIOException("The embedded database did not start", e);
      } catch (SQLException e) {
        throw new IllegalStateException("The embedded database could not be prepared", e);
      }
      running = server;
      SpringApplication.getShutdownHandlers().add(() -> stop(durable ? null : folder));
    }
    return server.getPort();
  }

  private static void prepare(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      try (var exists =
          sql.executeQuery("select 1 from pg_database where datname = 'countinghouse'")) {
        if (exists.next()) {
          return;
        }
      }
      sql.execute("drop role if exists " + APPLICATION);
      sql.execute("drop role if exists " + OWNER);
      sql.execute("create role " + OWNER + " login");
      // noinherit: the application gets an owner's rights only where it says `set local role`
      sql.execute("create role " + APPLICATION + " login noinherit in role " + OWNER);
      sql.execute("create database countinghouse owner " + OWNER);
    }
  }

  /** What was never meant to last is thrown away. */
  private static void stop(@Nullable Path throwAway) {
    try {
      EmbeddedPostgres server = running;
      if (server != null) {
        server.close();
      }
      if (throwAway != null) {
        EmbeddedDatabase.delete(throwAway);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded database did not stop", e);
    }
  }
}
