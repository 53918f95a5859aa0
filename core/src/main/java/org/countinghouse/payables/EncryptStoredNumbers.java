package org.countinghouse.payables;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import liquibase.change.custom.CustomTaskChange;
import liquibase.change.custom.CustomTaskRollback;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.OtherAccount;
import org.countinghouse.secrets.FieldCipher;
import org.jspecify.annotations.Nullable;

/**
 * The migration that encrypts the account numbers kept in clear before (changeset {@code
 * payables:011-encrypt-numbers}); rolled back, it writes them in clear again. Made by Liquibase,
 * which has no beans: the key file comes as a parameter.
 */
public class EncryptStoredNumbers implements CustomTaskChange, CustomTaskRollback {

  private static final List<String> TABLES =
      List.of("finance.supplier_accounts", "finance.supplier_invoice_accounts");
  private static final int BATCH = 1000;

  private @Nullable String keyFile;

  /** Where the keys are; set by Liquibase. */
  public void setKeyFile(String keyFile) {
    this.keyFile = keyFile;
  }

  @Override
  public void execute(Database database) throws CustomChangeException {
    onEachTable(database, EncryptStoredNumbers::encrypt);
  }

  @Override
  public void rollback(Database database) throws CustomChangeException {
    onEachTable(database, EncryptStoredNumbers::decrypt);
  }

  private interface Step {
    void on(String table, Connection connection, FieldCipher cipher) throws SQLException;
  }

  private void onEachTable(Database database, Step step) throws CustomChangeException {
    if (keyFile == null) {
      throw new CustomChangeException("the changelog names no key file");
    }
    FieldCipher cipher = FieldCipher.of(Path.of(keyFile));
    Connection connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
    for (String table : TABLES) {
      try (Statement sql = connection.createStatement()) {
        // the numbers of documents never change for anybody else
        sql.execute("alter table %s disable trigger user".formatted(table));
        step.on(table, connection, cipher);
        sql.execute("alter table %s enable trigger user".formatted(table));
      } catch (SQLException e) {
        throw new CustomChangeException("the account numbers of " + table + " stay as they are", e);
      }
    }
  }

  /** Fills the encrypted columns of every row from the clear one. */
  static void encrypt(String table, Connection connection, FieldCipher cipher) throws SQLException {
    try (Statement read = connection.createStatement();
        ResultSet rows =
            read.executeQuery(
                "select ctid::text, organization_id, number, bic from %s".formatted(table));
        PreparedStatement write =
            connection.prepareStatement(
                "update %s set number_cipher = ?, number_print = ? where ctid = ?::tid"
                    .formatted(table))) {
      int waiting = 0;
      while (rows.next()) {
        UUID organization = rows.getObject(2, UUID.class);
        AccountNumber number =
            BankNumbers.stated(new PayeeAccount(rows.getString(3), rows.getString(4), null));
        // what is no number of a known form is kept as it was stated
        String kept =
            number.country().equals(OtherAccount.UNKNOWN_COUNTRY)
                ? rows.getString(3)
                : number.value();
        write.setString(1, cipher.encrypt(organization, kept));
        write.setString(2, cipher.fingerprint(organization, number.identity()));
        write.setString(3, rows.getString(1));
        write.addBatch();
        waiting = flush(write, waiting + 1, BATCH);
      }
      flush(write, waiting, 1);
    }
  }

  /** Writes the clear column of every row again. */
  static void decrypt(String table, Connection connection, FieldCipher cipher) throws SQLException {
    try (Statement read = connection.createStatement();
        ResultSet rows =
            read.executeQuery(
                "select ctid::text, organization_id, number_cipher from %s".formatted(table));
        PreparedStatement write =
            connection.prepareStatement(
                "update %s set number = ? where ctid = ?::tid".formatted(table))) {
      int waiting = 0;
      while (rows.next()) {
        write.setString(1, cipher.decrypt(rows.getObject(2, UUID.class), rows.getString(3)));
        write.setString(2, rows.getString(1));
        write.addBatch();
        waiting = flush(write, waiting + 1, BATCH);
      }
      flush(write, waiting, 1);
    }
  }

  private static int flush(PreparedStatement write, int waiting, int atLeast) throws SQLException {
    if (waiting < atLeast) {
      return waiting;
    }
    write.executeBatch();
    return 0;
  }

  @Override
  public String getConfirmationMessage() {
    return "Account numbers are encrypted";
  }

  @Override
  public void setUp() {
    // nothing to prepare
  }

  @Override
  public void setFileOpener(ResourceAccessor resources) {
    // reads no resources
  }

  @Override
  public ValidationErrors validate(Database database) {
    return new ValidationErrors();
  }
}
