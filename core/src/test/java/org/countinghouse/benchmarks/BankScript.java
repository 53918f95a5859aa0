package org.countinghouse.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.countinghouse.database.OwnerRole;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The best SQL script for matching a statement: staging by {@code COPY}, one statement for
 * references, one for accounts and amounts, two updates, one transaction. No checks, no journals,
 * no audit: the limit that a product can only come near.
 */
record BankScript(JdbcTemplate jdbc, TransactionTemplate transaction, OwnerRole owner) {

  private static final String[] TABLES = {
    "drop schema if exists bank_script cascade",
    "create schema bank_script",
    "create table bank_script.item (id bigint primary key, ref text, amount numeric(19,4),"
        + " currency char(3), iban text, status char(1))",
    "create table bank_script.line (id bigint primary key, txt text, amount numeric(19,4),"
        + " currency char(3), iban text, status char(1))",
    "create table bank_script.match (line_id bigint primary key, item_id bigint, rule text)"
  };

  private static final String[] STEPS = {
    "create temporary table stg (id bigint, txt text, amount numeric(19,4), currency char(3),"
        + " iban text) on commit drop",
    "COPY",
    "insert into bank_script.line select id, txt, amount, currency, iban, 'U' from stg",
    "insert into bank_script.match select s.id, i.id, 'REF' from"
        + " (select *, substring(txt from 'INV[0-9]{8}') ref from stg) s"
        + " join bank_script.item i on i.ref = s.ref and i.amount = s.amount"
        + " and i.currency = s.currency and i.status = 'O'",
    "insert into bank_script.match select s.id, min(i.id), 'IBAN' from stg s"
        + " join bank_script.item i on i.iban = s.iban and i.amount = s.amount and i.status = 'O'"
        + " where not exists (select 1 from bank_script.match x where x.line_id = s.id)"
        + " and not exists (select 1 from bank_script.match x where x.item_id = i.id)"
        + " group by 1 having count(*) = 1",
    "update bank_script.item i set status = 'P' from bank_script.match x where x.item_id = i.id",
    "update bank_script.line l set status = 'M' from bank_script.match x where x.line_id = l.id"
  };

  /** Makes its tables, with as many open items; an account is shared by four. */
  void prepare(long items) {
    asOwner(
        () -> {
          for (String table : TABLES) {
            jdbc.execute(table);
          }
          jdbc.update(
              "insert into bank_script.item select i, %s, %s, 'EUR', %s, 'O' from generate_series(1, ?::bigint) i"
                  .formatted(OpenItems.NUMBER, OpenItems.AMOUNT, OpenItems.IBAN),
              items);
          jdbc.execute("create index on bank_script.item (ref)");
          jdbc.execute("create index on bank_script.item (iban, amount)");
          jdbc.execute("analyze bank_script.item");
        });
  }

  /** Imports and matches a table of lines. */
  void run(Path csv) {
    asOwner(
        () -> {
          for (String step : STEPS) {
            if (step.equals("COPY")) {
              jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, csv));
            } else {
              jdbc.execute(step);
            }
          }
        });
  }

  /** How many lines it matched. */
  long matched() {
    long[] count = new long[1];
    asOwner(
        () -> {
          Long found = jdbc.queryForObject("select count(*) from bank_script.match", Long.class);
          count[0] = found == null ? 0 : found;
        });
    return count[0];
  }

  private static long copy(Connection connection, Path csv) throws SQLException {
    try (InputStream in = Files.newInputStream(csv)) {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy stg from stdin with (format csv)", in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void asOwner(Runnable work) {
    transaction.executeWithoutResult(
        status -> {
          owner.assume();
          work.run();
          owner.release();
        });
  }
}
