package org.countinghouse.benchmarks;

import static org.countinghouse.benchmarks.Meter.print;
import static org.countinghouse.benchmarks.Meter.printTimes;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalFiles;
import org.countinghouse.ledger.JournalImport;
import org.countinghouse.ledger.JournalSource;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.ReportScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The general ledger as a workbook beside POI's streaming sheet and fastexcel over the same cursor;
 * the statements, which cost as much as there are accounts.
 *
 * <p>System properties: {@code benchmark.lines} (1000000), {@code benchmark.rounds} (3).
 */
@Benchmark
class ReportBenchmark {

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
  private static final int FETCH_ROWS = 5_000;

  private final long lines = Long.getLong("benchmark.lines", 1_000_000);
  private final int rounds = Integer.getInteger("benchmark.rounds", 3);
  private final Path folder = Path.of("target", "benchmark");

  @Autowired JournalImport imports;
  @Autowired Reports reports;
  @Autowired Books books;
  @Autowired ChartOfAccounts chart;
  @Autowired FiscalYears years;
  @Autowired Organizations organizations;
  @Autowired JdbcTemplate jdbc;

  private interface Sheet {
    long write(ResultSet rows, OutputStream out) throws SQLException, IOException;
  }

  @Test
  void workbookAndStatements() throws IOException {
    Files.createDirectories(folder);
    new Meter(jdbc).printConditions();
    Organization organization = filled();
    statements(organization);
    workbooks(organization);
  }

  private Organization filled() throws IOException {
    var org = new BenchmarkBooks(books, chart, years, organizations).empty();
    Path file = folder.resolve("journal.csv");
    new JournalFileGenerator().write(file, lines);
    JournalSource source = JournalFiles.of(file);
    imports.run(JournalFiles.request(org, source), source, read -> {});
    Files.delete(file);
    return organizations.byId(org);
  }

  private void statements(Organization organization) {
    print("%,d lines, 1,000 accounts, 12 months", lines);
    Map<String, String> year = Map.of("from", FIRST.toString(), "to", LAST.toString());
    double profit =
        printTimes(
            "profit and loss of the year",
            () -> reports.run("profit-and-loss", organization, year, Locale.GERMAN));
    double sheet =
        printTimes(
            "balance sheet at its end",
            () ->
                reports.run(
                    "balance-sheet", organization, Map.of("asOf", LAST.toString()), Locale.GERMAN));
    print("both: %.1f ms", profit + sheet);
  }

  private void workbooks(Organization organization) {
    Meter meter = new Meter(jdbc);
    List<Sample> ours = new ArrayList<>();
    List<Sample> poi = new ArrayList<>();
    List<Sample> fast = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      poi.add(meter.once(() -> plain(organization, PlainWorkbooks::poi)));
      fast.add(meter.once(() -> plain(organization, PlainWorkbooks::fastexcel)));
      Meter.resetPeak();
      ours.add(meter.once(() -> generalLedger(organization)));
      print(
          "  round %d: general ledger %s, peak %d MiB; plain SXSSF %s; plain fastexcel %s; load %s",
          round,
          ours.get(round - 1),
          Meter.peakMebibytes(),
          poi.get(round - 1),
          fast.get(round - 1),
          Meter.load());
    }
    print(
        "general ledger of %,d lines to XLSX: rate of plain SXSSF x %.2f (CPU x %.2f), time of"
            + " plain fastexcel x %.2f (medians of %d)",
        lines,
        1 / Sample.ratio(ours, poi, Sample::wall),
        1 / Sample.ratio(ours, poi, Sample::cpu),
        Sample.ratio(ours, fast, Sample::wall),
        rounds);
  }

  private String generalLedger(Organization organization) {
    Reports.Prepared prepared =
        reports.prepare(
            "general-ledger",
            ReportScope.of(organization),
            Map.of("from", FIRST.toString(), "to", LAST.toString()),
            Locale.ENGLISH);
    try (OutputStream out = file("general-ledger.xlsx")) {
      return reports.write(prepared, ReportFormat.XLSX, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object plain(Organization organization, Sheet sheet) {
    return jdbc.execute(
        (ConnectionCallback<Long>)
            connection -> {
              connection.setAutoCommit(false); // or the driver fetches all rows at once
              try (var sql = connection.prepareStatement(PlainWorkbooks.QUERY);
                  OutputStream out = file("plain.xlsx")) {
                sql.setFetchSize(FETCH_ROWS);
                sql.setObject(1, organization.id());
                sql.setObject(2, FIRST);
                sql.setObject(3, LAST);
                try (ResultSet rows = sql.executeQuery()) {
                  return sheet.write(rows, out);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                connection.rollback();
                connection.setAutoCommit(true);
              }
            });
  }

  private OutputStream file(String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
  }
}
