package org.countinghouse.ledger.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.ledger.JournalDigest;
import org.countinghouse.ledger.Ledger;

/**
 * The database side of one import: a fixed number of statements, whatever the number of lines.
 *
 * <p>The order is that of every posting (periods, series, balances), and whatever takes long is
 * done before the first of these locks.
 */
final class ImportStore {

  /** The batch whose lines lie with those posted one by one. */
  static final int SINGLE = 0;

  private static final String SINGLE_LINES = "finance.journal_lines";
  private static final String HEADER_COLUMNS =
      "(id, organization_id, batch, posting_date, description, source, source_reference, maker,"
          + " maker_for, line_count, content_hash, series, fiscal_year, number, recorded_at,"
          + " chain_hash)";
  private static final int HEADER_FIELDS = 16;

  private final Connection connection;
  private final UUID organizationId;
  private final int batch;
  private final String lines;
  private final Map<Integer, SeriesEnd> ends = new LinkedHashMap<>();

  private ImportStore(Connection connection, UUID organizationId, int batch, String lines) {
    this.connection = connection;
    this.organizationId = organizationId;
    this.batch = batch;
    this.lines = lines;
  }

  /**
   * Where the lines go: a file worth a partition of its own gets one, built beside the books.
   *
   * @param large whether it does
   */
  static ImportStore open(Connection connection, UUID organizationId, boolean large)
      throws SQLException {
    if (!large) {
      return new ImportStore(connection, organizationId, SINGLE, SINGLE_LINES);
    }
    try (var sql = connection.createStatement()) {
      // for this transaction: one pass each over hundreds of thousands of rows, in memory
      sql.execute("set local work_mem = '128MB'");
      sql.execute("set local maintenance_work_mem = '256MB'");
      try (ResultSet row =
          sql.executeQuery(
              "select b.batch, finance.create_import_partition(b.batch) from"
                  + " (select nextval('finance.journal_batch')::int as batch) b")) {
        row.next();
        return new ImportStore(connection, organizationId, row.getInt(1), row.getString(2));
      }
    }
  }

  int batch() {
    return batch;
  }

  boolean isLarge() {
    return batch != SINGLE;
  }

  CopyStream copyLines() throws SQLException {
    return new CopyStream(connection, lines + " " + CopySink.LINE_COLUMNS);
  }

  /** Gives the new partition its keys, checks and indexes. */
  void seal(LocalDate firstDay, LocalDate lastDay) throws SQLException {
    if (!isLarge()) {
      return;
    }
    try (var sql =
        connection.prepareStatement("select finance.seal_import_partition(?, ?, ?, ?)")) {
      sql.setInt(1, batch);
      sql.setObject(2, organizationId);
      sql.setObject(3, firstDay);
      sql.setObject(4, lastDay);
      sql.execute();
    }
  }

  /** Keeps the periods of these days from closing until the transaction ends. */
  void sharePeriods(LocalDate firstDay, LocalDate lastDay) throws SQLException {
    try (var sql =
        connection.prepareStatement(
            "select 1 from finance.periods where organization_id = ? and period between ? and ?"
                + " order by period for share")) {
      sql.setObject(1, organizationId);
      sql.setObject(2, firstDay.withDayOfMonth(1));
      sql.setObject(3, lastDay);
      sql.execute();
    }
  }

  /**
   * Numbers, chains and stores the headers.
   *
   * @return when they were recorded
   * @throws DuplicateReferenceException when one is in the books already, or twice in the file
   */
  Instant copyHeaders(HeaderSpool spool, LocalDate firstDay, LocalDate lastDay, Instant now)
      throws SQLException, IOException {
    lockSeries(firstDay, lastDay, now);
    byte[] series = new RowBuffer(16).text(Ledger.SERIES.getBytes(StandardCharsets.UTF_8)).taken();
    var digest = new JournalDigest();
    try (var copy = new CopyStream(connection, "finance.journals " + HEADER_COLUMNS)) {
      spool.replay(
          (fiscalYear, contentHash, encoded, length) -> {
            SeriesEnd end = ends.get(fiscalYear);
            if (end == null) {
              throw new IllegalStateException("fiscal year " + fiscalYear + " has no series");
            }
            end.advance(digest, contentHash);
            copy.rows().row(HEADER_FIELDS).raw(encoded, 0, length).raw(series);
            copy.rows().int4(fiscalYear).int8(end.number).timestamp(end.recordedAt);
            copy.rows().text(end.chainHash);
            copy.rowEnds();
          });
      copy.finish();
    } catch (SQLException | IOException e) {
      DuplicateReferenceException.throwIfCause(e);
      throw e;
    }
    updateSeries();
    return ends.values().stream().map(end -> end.recordedAt).max(Instant::compareTo).orElse(now);
  }

  private void lockSeries(LocalDate firstDay, LocalDate lastDay, Instant now) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            select fiscal_year, last_number, chain_hash, recorded_at
              from finance.series
             where organization_id = ? and series = ?
               and fiscal_year in (select p.fiscal_year from finance.periods p
                                    where p.organization_id = ? and p.period between ? and ?)
             order by fiscal_year
               for no key update
            """)) {
      sql.setObject(1, organizationId);
      sql.setString(2, Ledger.SERIES);
      sql.setObject(3, organizationId);
      sql.setObject(4, firstDay.withDayOfMonth(1));
      sql.setObject(5, lastDay);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          Instant last = row.getObject(4, OffsetDateTime.class).toInstant();
          ends.put(
              row.getInt(1),
              new SeriesEnd(row.getLong(2), row.getBytes(3), last.isAfter(now) ? last : now));
        }
      }
    }
  }

  private void updateSeries() throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            "update finance.series set last_number = ?, chain_hash = ?, recorded_at = ?"
                + " where organization_id = ? and series = ? and fiscal_year = ?")) {
      for (var end : ends.entrySet()) {
        if (end.getValue().number > end.getValue().before) {
          sql.setLong(1, end.getValue().number);
          sql.setBytes(2, end.getValue().chainHash);
          sql.setObject(3, end.getValue().recordedAt.atOffset(ZoneOffset.UTC));
          sql.setObject(4, organizationId);
          sql.setString(5, Ledger.SERIES);
          sql.setInt(6, end.getKey());
          sql.addBatch();
        }
      }
      sql.executeBatch();
    }
  }

  /** Adds what the lines sum to. */
  void addToBalances(BalanceSums sums, LocalDate firstDay, LocalDate lastDay)
      throws SQLException, IOException {
    new BalanceUpdate(connection, organizationId, sums).run(firstDay, lastDay);
    if (isLarge()) {
      try (var sql = connection.createStatement()) {
        // trial balances right after a first import are planned without statistics otherwise; how
        // many rows there are is what matters, so a small sample will do
        sql.execute("set local default_statistics_target = 20");
        sql.execute("analyze finance.balances, finance.cost_centre_balances");
      }
    }
  }

  /** The condition that finds this import's headers, by the numbers they were given. */
  private String headers() {
    return ends.entrySet().stream()
        .map(
            end ->
                "(j.fiscal_year = %d and j.number between %d and %d)"
                    .formatted(end.getKey(), end.getValue().before + 1, end.getValue().number))
        .collect(
            Collectors.joining(
                " or ",
                "j.organization_id = '%s' and j.series = '%s' and ("
                    .formatted(organizationId, Ledger.SERIES),
                ")"));
  }

  /** Looks at what was stored. */
  void prove(Proof proof) throws SQLException {
    if (isLarge()) {
      proof.ofTable(connection, lines, headers());
    } else {
      proof.ofSingleLines(connection, headers());
    }
  }

  /** Makes the lines part of the books. */
  void attach() throws SQLException {
    if (!isLarge()) {
      return;
    }
    try (var sql = connection.prepareStatement("select finance.attach_import_partition(?)")) {
      sql.setInt(1, batch);
      sql.execute();
    }
  }

  /** Where a series stands while headers are added to it. */
  private static final class SeriesEnd {
    private final long before;
    private long number;
    private byte[] chainHash;
    private final Instant recordedAt;

    SeriesEnd(long number, byte[] chainHash, Instant recordedAt) {
      this.before = number;
      this.number = number;
      this.chainHash = chainHash;
      this.recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
    }

    void advance(JournalDigest digest, byte[] contentHash) {
      number++;
      chainHash = digest.chain(chainHash, number, recordedAt, contentHash);
    }
  }
}
