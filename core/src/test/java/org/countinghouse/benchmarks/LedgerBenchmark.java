package org.countinghouse.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.Balances;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalFiles;
import org.countinghouse.ledger.JournalImport;
import org.countinghouse.ledger.JournalSource;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.organizations.Organizations;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Journal import beside raw COPY of the same file into a table with only a primary key; then, in
 * the books so filled, the trial balance beside the one statement that sums the lines.
 *
 * <p>System properties: {@code benchmark.lines} (1,000,000), {@code benchmark.rounds} (5).
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestPropertySource(
    properties = {
      "countinghouse.database.durable=true",
      "countinghouse.database.directory=target/benchmark/database"
    })
class LedgerBenchmark {

  private static final String SUM_OF_LINES =
      "select account, sum(greatest(base_amount, 0)), sum(greatest(-base_amount, 0))"
          + " from finance.journal_lines where organization_id = ? group by account";

  private final long lines = Long.getLong("benchmark.lines", 1_000_000);
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

  @Test
  void importAndTrialBalance() throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("journal-" + lines + ".csv");
    new JournalFileGenerator().write(file, lines);
    print("fsync=%s %s", show("fsync"), jdbc.queryForObject("select version()", String.class));
    print("%,d lines, %,d bytes, %d rounds", lines, Files.size(file), rounds);
    UUID last = importRounds(file);
    trialBalances(last);
  }

  private UUID importRounds(Path file) throws IOException {
    List<Sample> copies = new ArrayList<>();
    List<Sample> imported = new ArrayList<>();
    UUID org = emptyBooks();
    // the first round warms up caches and the JVM on both sides and is not counted
    for (int round = 0; round <= rounds; round++) {
      org = emptyBooks();
      UUID whose = org;
      JournalSource source = JournalFiles.of(file);
      var request = JournalFiles.request(whose, source);
      Sample copy = measured(() -> rawCopy(file));
      Sample ours = measured(() -> imports.run(request, source, done -> {}));
      print("round %d: copy %s, import %s, ratio %.2f", round, copy, ours, ours.wall / copy.wall);
      if (round > 0) {
        copies.add(copy);
        imported.add(ours);
      }
    }
    double wall = ratio(imported, copies, true);
    double cpu = ratio(imported, copies, false);
    print("import / copy: wall %.2f, CPU %.2f (medians of %d ratios)", wall, cpu, rounds);
    return org;
  }

  private void trialBalances(UUID org) {
    LocalDate end = LocalDate.of(2025, 12, 31);
    LocalDate middle = LocalDate.of(2025, 6, 15);
    Instant now = Instant.now();
    print("sum of all lines, one statement: %s", times(() -> jdbc.queryForList(SUM_OF_LINES, org)));
    print("trial balance at year end: %s", times(() -> trialBalances.asOf(org, end)));
    print("trial balance within a month: %s", times(() -> trialBalances.asOf(org, middle)));
    print("trial balance known at: %s", times(() -> trialBalances.asOf(org, end, now)));
    Timestamp before =
        jdbc.queryForObject(
            "select min(recorded_at) - interval '1 second' from finance.journals where organization_id = ?",
            Timestamp.class,
            org);
    print(
        "trial balance known before all of it: %s",
        times(() -> trialBalances.asOf(org, end, Objects.requireNonNull(before).toInstant())));
    print("proof of a month: %s", times(() -> balances.prove(org, YearMonth.of(2025, 6))));
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
    UUID org = books.bare().id();
    years.open(org, 2025, Books.MAKER);
    IntStream.range(0, JournalFileGenerator.COST_CENTRES)
        .forEach(i -> organizations.createCostCentre(org, "CC" + (100 + i), "Place", Books.MAKER));
    chart.create(
        org,
        IntStream.range(0, JournalFileGenerator.ACCOUNTS)
            .mapToObj(i -> NewAccount.of("" + (10_000 + i), "Account", AccountType.EXPENSE))
            .toList(),
        Books.MAKER);
    return org;
  }

  private Sample measured(Supplier<?> work) {
    checkpoint();
    System.gc();
    Long backend = jdbc.queryForObject("select pg_backend_pid()", Long.class);
    var cpu = new CpuClock(backend == null ? -1 : backend);
    double cpuBefore = cpu.seconds();
    long before = System.nanoTime();
    work.get();
    return new Sample((System.nanoTime() - before) / 1e9, cpu.seconds() - cpuBefore);
  }

  private void checkpoint() {
    try (var connection = Objects.requireNonNull(jdbc.getDataSource()).getConnection();
        var sql = connection.createStatement()) {
      sql.execute("set role countinghouse_owner");
      sql.execute("checkpoint");
      sql.execute("reset role");
    } catch (SQLException e) {
      // a role that may not: both sides go without
    }
  }

  private static double ratio(List<Sample> ours, List<Sample> limit, boolean wall) {
    return IntStream.range(0, ours.size())
        .mapToDouble(
            i -> wall ? ours.get(i).wall / limit.get(i).wall : ours.get(i).cpu / limit.get(i).cpu)
        .sorted()
        .toArray()[ours.size() / 2];
  }

  private static String times(Supplier<?> query) {
    double[] milliseconds = new double[20];
    for (int i = 0; i < milliseconds.length; i++) {
      long before = System.nanoTime();
      query.get();
      milliseconds[i] = (System.nanoTime() - before) / 1e6;
    }
    Arrays.sort(milliseconds);
    return String.format(
        Locale.ROOT,
        "median %.1f ms, worst %.1f ms of 20",
        milliseconds[10],
        milliseconds[milliseconds.length - 1]);
  }

  private String show(String setting) {
    return jdbc.queryForObject("show " + setting, String.class) + "";
  }

  private static void print(String format, Object... details) {
    System.out.println("BENCHMARK " + String.format(Locale.ROOT, format, details));
  }

  private record Sample(double wall, double cpu) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.2f s (%.2f CPU)", wall, cpu);
    }
  }
}
