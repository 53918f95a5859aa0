package org.countinghouse.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {

  private static final Log LOG = LogFactory.getLog(EmbeddedDatabaseTests.class);

  @TempDir Path folder;

  @Test
  void keepsItsDataAndIsDurable() throws Exception {
    Path data = folder.resolve("database");
    try (EmbeddedPostgres server = EmbeddedDatabase.start(data, 0, true, LOG);
        Connection connection = connect(server.getPort(), EmbeddedCluster.secret(data))) {
      connection.createStatement().execute("create table kept as select 42 as answer");
    }
    try (EmbeddedPostgres server = EmbeddedDatabase.start(data, 0, true, LOG);
        Connection connection = connect(server.getPort(), EmbeddedCluster.secret(data));
        var settings =
            connection
                .createStatement()
                .executeQuery(
                    "select answer, current_setting('fsync'), current_setting('synchronous_commit') from kept")) {
      assertThat(settings.next()).isTrue();
      assertThat(settings.getInt(1)).isEqualTo(42);
      assertThat(settings.getString(2)).isEqualTo("on");
      assertThat(settings.getString(3)).isEqualTo("on");
    }
  }

  @Test
  void asksEveryClientForThePassword() throws Exception {
    Path data = folder.resolve("database");
    try (EmbeddedPostgres server = EmbeddedDatabase.start(data, 0, false, LOG)) {
      assertThatThrownBy(() -> connect(server.getPort(), "guessed").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void startsAgainAfterAnInitializationThatWasCutShort() throws Exception {
    Path making = folder.resolve("database.making");
    Files.createDirectories(making);
    Files.writeString(making.resolve("postgresql.conf"), "half");
    try (EmbeddedPostgres server =
        EmbeddedDatabase.start(folder.resolve("database"), 0, false, LOG)) {
      assertThat(server.getPort()).isPositive();
    }
  }

  @Test
  void secondServerOnTheSameFolderIsToldWhatToDo() throws Exception {
    Path data = folder.resolve("database");
    try (EmbeddedPostgres server = EmbeddedDatabase.start(data, 0, false, LOG)) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(data, 0, false, LOG))
          .hasMessageContaining("in use by another running Countinghouse");
      assertThat(EmbeddedDatabase.portInUse(data)).hasValue(server.getPort());
    }
    assertThat(EmbeddedDatabase.portInUse(data)).isEmpty();
  }

  @Test
  void takenPortIsNamed() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () ->
                  EmbeddedDatabase.start(
                      folder.resolve("database"), taken.getLocalPort(), false, LOG))
          .hasMessageContaining("is taken");
    }
  }

  @Test
  void folderWithOtherThingsInItIsLeftAlone() throws IOException {
    Path data = Files.createDirectories(folder.resolve("database"));
    Files.writeString(data.resolve("thesis.odt"), "years of work");
    assertThatThrownBy(() -> EmbeddedDatabase.start(data, 0, false, LOG))
        .hasMessageContaining("neither empty nor a PostgreSQL data folder");
    assertThat(data.resolve("thesis.odt")).hasContent("years of work");
  }

  private static Connection connect(int port, String password) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/countinghouse".formatted(port),
        EmbeddedCluster.OWNER,
        password);
  }
}
