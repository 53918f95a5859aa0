package org.countinghouse.payables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.ids.Ids;
import org.countinghouse.secrets.FieldCipher;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class EncryptStoredNumbersTests {

  private static final String TABLE = "pg_temp.old_accounts";

  @Autowired DataSource database;

  @Test
  void numbersKeptInClearAreEncryptedAndFoundByTheirFingerprint(@TempDir Path keys)
      throws SQLException {
    UUID organization = Ids.next();
    FieldCipher cipher = FieldCipher.of(keys.resolve("field.keys"));
    try (Connection connection = database.getConnection()) {
      table(connection, organization);

      EncryptStoredNumbers.encrypt(TABLE, connection, cipher);

      try (Statement sql = connection.createStatement();
          ResultSet rows =
              sql.executeQuery(
                  "select number_cipher, number_print from " + TABLE + " order by n")) {
        for (String number : new String[] {"DE75512108001245126199", "021000021/123456789"}) {
          assertThat(rows.next()).isTrue();
          assertThat(cipher.decrypt(organization, rows.getString(1))).isEqualTo(number);
          assertThat(rows.getString(2))
              .isEqualTo(cipher.fingerprint(organization, AccountNumber.parse(number).identity()));
        }
        assertThat(rows.next()).isTrue();
        assertThat(cipher.decrypt(organization, rows.getString(1))).isEqualTo("12 345 (Kiel)");
      }
    }
  }

  @Test
  void rolledBackTheyAreInClearAgain(@TempDir Path keys) throws SQLException {
    FieldCipher cipher = FieldCipher.of(keys.resolve("field.keys"));
    try (Connection connection = database.getConnection()) {
      table(connection, Ids.next());
      EncryptStoredNumbers.encrypt(TABLE, connection, cipher);
      try (Statement sql = connection.createStatement()) {
        sql.execute("update " + TABLE + " set number = null");
        EncryptStoredNumbers.decrypt(TABLE, connection, cipher);
        try (ResultSet rows = sql.executeQuery("select number from " + TABLE + " order by n")) {
          rows.next();
          assertThat(rows.getString(1)).isEqualTo("DE75512108001245126199");
        }
      }
    }
  }

  private static void table(Connection connection, UUID organization) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("drop table if exists " + TABLE);
      sql.execute(
          """
          create temporary table old_accounts (n int, organization_id uuid, number text, bic text,
            number_cipher text, number_print char(22))
          """);
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into " + TABLE + " (n, organization_id, number, bic) values (?, ?, ?, ?)")) {
      String[][] stored = {
        {"DE75512108001245126199", null}, {"123456789", "021000021"}, {"12 345 (Kiel)", null}
      };
      for (int n = 0; n < stored.length; n++) {
        insert.setInt(1, n);
        insert.setObject(2, organization);
        insert.setString(3, stored[n][0]);
        insert.setString(4, stored[n][1]);
        insert.executeUpdate();
      }
    }
  }
}
