package org.countinghouse.ledger.imports;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Looks at what was stored, not at what was sent: as many lines and journals as were read, every
 * line with its journal of the same day, debits and credits both what the file came to. It takes
 * the place of the foreign key from line to journal, which would keep everybody else from posting
 * meanwhile.
 *
 * @param journals as were read
 * @param lines as were read
 * @param turnover the file's debits in base currency, which are its credits too
 */
record Proof(long journals, long lines, BigDecimal turnover) {

  /** %s: the condition on the import's headers. */
  private static final String LIST_HEADERS =
      """
      create temporary table import_header on commit drop as
      select j.id from finance.journals j where %s
      """;

  /**
   * Without it the planner takes the new headers for one row and compares every line with every
   * header: 40,000 lines took half a minute.
   */
  private static final String COUNT_HEADERS = "analyze import_header";

  private static final String LISTED_LINES =
      "(select * from finance.journal_lines"
          + " where batch = 0 and journal_id in (select id from import_header))";

  /**
   * The lines' table, the condition on the headers. A line counts as the hash of its journal and
   * day, a journal as its own times its lines: the two sums agree only if every line has its
   * journal, of the same day, and every journal its lines. One pass over each and no join, so there
   * is no plan to go wrong and both cores share the work. The hash is cut to 40 bits because a
   * journal has up to a million lines.
   */
  private static final String PROVE =
      """
      select l.lines, l.debit, l.credit, h.journals, h.promised, l.print = h.print as paired
        from (select count(*) as lines,
                     coalesce(sum(base_amount) filter (where base_amount > 0), 0) as debit,
                     coalesce(-sum(base_amount) filter (where base_amount < 0), 0) as credit,
                     sum(uuid_hash_extended(journal_id, posting_date - date '2000-01-01') >> 24) as print
                from %s l) l,
             (select count(*) as journals,
                     coalesce(sum(line_count), 0) as promised,
                     sum(line_count * (uuid_hash_extended(id, posting_date - date '2000-01-01') >> 24)) as print
                from finance.journals j
               where %s) h
      """;

  /**
   * Proves an import whose lines have a table of their own.
   *
   * @param headers the condition that finds its journals
   * @throws IllegalStateException when it is not so: a fault of this program, never of the file
   */
  void ofTable(Connection connection, String table, String headers) throws SQLException {
    try (var sql = connection.createStatement()) {
      check(sql.executeQuery(PROVE.formatted(table, headers)));
    }
  }

  /** Proves an import whose lines lie among others; otherwise as {@link #ofTable}. */
  void ofSingleLines(Connection connection, String headers) throws SQLException {
    try (var sql = connection.createStatement()) {
      sql.execute(LIST_HEADERS.formatted(headers));
      sql.execute(COUNT_HEADERS);
      check(sql.executeQuery(PROVE.formatted(LISTED_LINES, headers)));
      sql.execute("drop table import_header");
    }
  }

  private void check(ResultSet row) throws SQLException {
    row.next();
    boolean paired = row.getBoolean("paired");
    if (row.getLong("lines") != lines
        || row.getLong("journals") != journals
        || row.getLong("promised") != lines
        || row.getBigDecimal("debit").compareTo(turnover) != 0
        || row.getBigDecimal("credit").compareTo(turnover) != 0
        || !paired) {
      throw new IllegalStateException(
          "%d lines of %d journals over %s were read, but %s of %s over %s and %s stored, %s"
              .formatted(
                  lines,
                  journals,
                  turnover,
                  row.getString("lines"),
                  row.getString("journals"),
                  row.getString("debit"),
                  row.getString("credit"),
                  paired ? "each in its journal" : "some without their journal"));
    }
  }
}
