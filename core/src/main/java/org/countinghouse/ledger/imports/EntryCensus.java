package org.countinghouse.ledger.imports;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.countinghouse.ledger.Fault;
import org.countinghouse.ledger.JournalImportError;
import org.countinghouse.ledger.JournalSource;
import org.countinghouse.ledger.LedgerError;

/**
 * Finds the entries that stand twice in a file, or in the books already, all of them in two
 * statements. Only a file that is refused anyway is read this second time.
 */
final class EntryCensus implements EntrySink {

  private static final String TWICE =
      """
      select reference, line, first_line
        from (select reference, line, min(line) over (partition by source, reference) as first_line
                from import_entry) e
       where line > first_line
       order by line
       limit %d
      """;
  private static final String BOOKED =
      """
      select e.source, e.reference, e.line
        from import_entry e
        join finance.journals j
          on j.organization_id = '%s' and j.source = e.source and j.source_reference = e.reference
       order by e.line
       limit %d
      """;

  private final CopyStream copy;

  private EntryCensus(CopyStream copy) {
    this.copy = copy;
  }

  static void take(
      Connection connection,
      References references,
      JournalSource file,
      char separator,
      FindingLog log)
      throws SQLException, IOException {
    try (var sql = connection.createStatement()) {
      sql.execute(
          "create temporary table import_entry (source text, reference text collate \"C\", line"
              + " int) on commit drop");
      try (InputStream in = file.open();
          var copy = new CopyStream(connection, "import_entry")) {
        new EntryReader(references, new EntryCensus(copy), new FindingLog()).read(in, separator);
        copy.finish();
      }
      sql.execute("analyze import_entry");
      report(sql.executeQuery(TWICE.formatted(FindingLog.LISTED_MAX)), log);
      reportBooked(references.organizationId(), sql, log);
      sql.execute("drop table import_entry");
    }
  }

  private static void report(ResultSet twice, FindingLog log) throws SQLException {
    try (twice) {
      while (twice.next()) {
        log.add(
            twice.getInt(2),
            Fault.of(JournalImportError.DUPLICATE_ENTRY, twice.getString(1), twice.getInt(3)));
      }
    }
  }

  private static void reportBooked(UUID organization, java.sql.Statement sql, FindingLog log)
      throws SQLException {
    try (ResultSet booked =
        sql.executeQuery(BOOKED.formatted(organization, FindingLog.LISTED_MAX))) {
      while (booked.next()) {
        log.add(
            booked.getInt(3),
            Fault.of(LedgerError.DUPLICATE_REFERENCE, booked.getString(1), booked.getString(2)));
      }
    }
  }

  @Override
  public void begin(Entry entry) {}

  @Override
  public void line(Entry entry, EntryLine line) {}

  @Override
  public void end(Entry entry) {}

  @Override
  public void seen(Entry entry) throws IOException {
    RowBuffer row = copy.rows().row(3).text(CopySink.sourceOf(entry.source));
    row.text(entry.reference.bytes, 0, entry.reference.length).int4(entry.firstLine);
    copy.rowEnds();
  }
}
