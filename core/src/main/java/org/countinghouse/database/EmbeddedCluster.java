package org.countinghouse.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;

/** What is inside a new embedded server: two roles, one database, and a password at the door. */
final class EmbeddedCluster {

  /** Owns schemas and tables; migrations and partition work run as it. */
  static final String OWNER = "countinghouse_owner";

  /** What the application logs in as; owns nothing, so row-level security binds it. */
  static final String APPLICATION = "countinghouse";

  private static final String SECRET = "countinghouse.secret";
  private static final int SECRET_BYTES = 32;

  private EmbeddedCluster() {}

  /** The password of the server whose data is in this folder; only its owner can read it. */
  static String secret(Path data) {
    try {
      return Files.readString(data.resolve(SECRET));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The database's password cannot be read from %s: restore the file from your backup"
              .formatted(data.resolve(SECRET)),
          e);
    }
  }

  /** Makes the roles and the database, then closes the door that initdb leaves open. */
  static void prepare(DataSource superuser, Path data) throws IOException {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    try (Connection connection = superuser.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("alter role postgres password '%s'".formatted(secret));
      sql.execute("create role %s login password '%s'".formatted(OWNER, secret));
      // noinherit: the application gets an owner's rights only where it says `set local role`
      sql.execute(
          "create role %s login noinherit in role %s password '%s'"
              .formatted(APPLICATION, OWNER, secret));
      sql.execute("create database countinghouse owner " + OWNER);
    } catch (SQLException e) {
      throw new IOException("The embedded database could not be prepared", e);
    }
    Path file = data.resolve(SECRET);
    if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, secret);
    Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
  }
}
