package org.countinghouse.benchmarks;

import static org.countinghouse.benchmarks.Meter.print;
import static org.countinghouse.benchmarks.Meter.printTimes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.ledger.Balances;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.ImportRequest;
import org.countinghouse.ledger.JournalFiles;
import org.countinghouse.ledger.JournalImport;
import org.countinghouse.ledger.JournalSource;
import org.countinghouse.ledger.JournalsImported;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.organizations.Organizations;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The import of journal files of several sizes beside {@code COPY} of the same rows into a table
 * with only a primary key; then, in the largest books, trial balances beside the one statement that
 * sums the lines.
 *
 * <p>System properties: {@code benchmark.sizes} (lines, 1000000), {@code benchmark.rounds} (5; from
 * ten million lines on a third of it).
 */
@Benchmark
class ImportBenchmark {

  private static final long HUGE = 10_000_000;
  private static final String SUM_OF_LINES =
      "select account, sum(greatest(base_amount, 0)), sum(greatest(-base_amount, 0))"
          + " from finance.journal_lines where organization_id = ? group by account";

  private final long[] sizes =
      Arrays.stream(System.getProperty("benchmark.sizes", "1000000").split(","))
          .mapToLong(Long::parseLong)
          .toArray();
  private final int rounds = Integer.getInteger("benchmark.rounds", 5);
  private final Path folder = Path.of("target", "benchmark");

  @Autowired JournalImport imports;
  @Autowired TrialBalances trialBalances;
  @Autowired Balances balances;
  @Autowired Books books;
  @Autowired ChartOfAccounts chart;
  @Autowired FiscalYears years;
  @Autowired Organizations organizations;
  @Autowired JdbcTemplate jdbc;
  @Autowired OwnerRole owner;
  @Autowired TransactionTemplate transaction;

  /** What the rounds of one size came to. */
  private record Result(long lines, double wall, double cpu, long peak) {}

  @Test
  void importAndTrialBalance() throws IOException {
    Files.createDirectories(folder);
    new Meter(jdbc).printConditions();
    List<Result> results = new ArrayList<>();
    UUID last = emptyBooks();
    for (long lines : sizes) {
      Path file = folder.resolve("journal-" + lines + ".csv");
      new JournalFileGenerator().write(file, lines);
      print("%,d lines, %,d bytes", lines, Files.size(file));
      last = importRounds(file, lines, results);
      Files.delete(file);
    }
    printGrowth(results);
    trialBalances(last, sizes[sizes.length - 1]);
  }

  private UUID importRounds(Path file, long lines, List<Result> results) throws IOException {
    List<Sample> copies = new ArrayList<>();
    List<Sample> imported = new ArrayList<>();
    Meter meter = new Meter(jdbc);
    UUID org = emptyBooks();
    long peak = 0;
    // the first round of the first size warms up caches and the JVM on both sides and is not
    // counted
    int counted = lines < HUGE ? rounds : Math.max(1, rounds / 3);
    for (int round = results.isEmpty() ? 0 : 1; round <= counted; round++) {
      org = emptyBooks();
      JournalSource source = JournalFiles.of(file);
      ImportRequest request = JournalFiles.request(org, source);
      Sample copy = meter.once(() -> rawCopy(file));
      Meter.resetPeak();
      Sample ours = meter.once(() -> imports.run(request, source, done -> {}));
      print(
          "  round %d: copy %s, import %s, ratio %.2f, peak %d MiB, load %s",
          round, copy, ours, ours.wall() / copy.wall(), Meter.peakMebibytes(), Meter.load());
      if (round > 0) {
        copies.add(copy);
        imported.add(ours);
        peak = Math.max(peak, Meter.peakMebibytes());
      }
    }
    print(
        "  import / copy of %,d lines: wall %.2f, CPU %.2f (medians of %d)",
        lines,
        Sample.ratio(imported, copies, Sample::wall),
        Sample.ratio(imported, copies, Sample::cpu),
        counted);
    results.add(
        new Result(
            lines,
            Sample.median(imported, Sample::wall),
            Sample.median(imported, Sample::cpu),
            peak));
    return org;
  }

  private static void printGrowth(List<Result> results) {
    for (int i = 1; i < results.size(); i++) {
      Result small = results.get(i - 1);
      Result large = results.get(i);
      double factor = Math.log((double) large.lines / small.lines);
      print(
          "growth %,d to %,d lines: CPU ~ lines^%.2f, wall ~ lines^%.2f, peak memory x %.2f",
          small.lines,
          large.lines,
          Math.log(large.cpu / small.cpu) / factor,
          Math.log(large.wall / small.wall) / factor,
          (double) large.peak / small.peak);
    }
  }

  private void trialBalances(UUID org, long lines) throws IOException {
    LocalDate end = LocalDate.of(2025, 12, 31);
    Instant before = Instant.now();
    importAlso(org, Math.min(lines, 1_000_000) / 10);
    printTimes("sum of all lines, one statement", () -> jdbc.queryForList(SUM_OF_LINES, org));
    double worst =
        IntStream.rangeClosed(1, 12)
            .mapToObj(month -> YearMonth.of(2025, month).atEndOfMonth())
            .mapToDouble(
                day -> Sample.median(Meter.milliseconds(() -> trialBalances.asOf(org, day))))
            .max()
            .orElseThrow();
    print("trial balance at the end of any month: slowest month's median %.1f ms", worst);
    LocalDate middle = LocalDate.of(2025, 6, 15);
    printTimes("trial balance within a month", () -> trialBalances.asOf(org, middle));
    printTimes("trial balance, known now", () -> trialBalances.asOf(org, end, Instant.now()));
    printTimes(
        "trial balance, known before the last import", () -> trialBalances.asOf(org, end, before));
    printTimes(
        "trial balance within a month, known before the last import",
        () -> trialBalances.asOf(org, middle, before));
    printTimes("proof of a month", () -> balances.prove(org, YearMonth.of(2025, 6)));
  }

  /** A second import into the same books, so that there is something that was not known before. */
  private JournalsImported importAlso(UUID org, long lines) throws IOException {
    Path file = folder.resolve("journal-later.csv");
    new JournalFileGenerator(LocalDate.of(2025, 1, 1), 365, "LATER", true).write(file, lines);
    JournalSource source = JournalFiles.of(file);
    JournalsImported done = imports.run(JournalFiles.request(org, source), source, read -> {});
    Files.delete(file);
    return done;
  }

  private Object rawCopy(Path file) {
    return jdbc.execute(
        (ConnectionCallback<Long>)
            connection -> {
              try (InputStream in = Files.newInputStream(file)) {
                return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                        "copy public.raw_copy from stdin with (format csv, header)", in, 1 << 16);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private UUID emptyBooks() {
    transaction.executeWithoutResult(
        status -> {
          owner.assume();
          jdbc.execute("drop table if exists public.raw_copy");
          jdbc.execute(
              """
              create table public.raw_copy (
                entry text collate "C", date date, line int, account text, debit numeric(19, 4), credit numeric(19, 4),
                currency char(3), currency_amount numeric(19, 4), rate numeric, cost_centre text, source text, text text,
                primary key (entry, line))
              """);
          jdbc.execute("grant all on public.raw_copy to public");
        });
    return new BenchmarkBooks(books, chart, years, organizations).empty();
  }
}
