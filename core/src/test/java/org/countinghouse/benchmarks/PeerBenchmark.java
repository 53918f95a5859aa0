package org.countinghouse.benchmarks;

import static org.countinghouse.benchmarks.Meter.print;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.ImportRequest;
import org.countinghouse.ledger.JournalFiles;
import org.countinghouse.ledger.JournalImport;
import org.countinghouse.ledger.JournalSource;
import org.countinghouse.ledger.TrialBalance;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.organizations.Organizations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two-line entries imported, posted and summed up, beside other programs that read the same entries
 * as text or post them to a database of their own on the same server. In each round ours comes
 * first, then each of them.
 *
 * <p>System properties: {@code benchmark.entries} (1000000), {@code benchmark.rounds} (3), {@code
 * benchmark.text-peers} (commands that get the text file, parted by {@code |}), {@code
 * benchmark.database-peer} (a command that finds the server in PGHOST, PGPORT, PGUSER, PGPASSWORD
 * and prints lines per second as its last word).
 */
@Benchmark
class PeerBenchmark {

  private final long entries = Long.getLong("benchmark.entries", 1_000_000);
  private final int rounds = Integer.getInteger("benchmark.rounds", 3);
  private final Path folder = Path.of("target", "benchmark");
  private final List<String> textPeers = commands("benchmark.text-peers");
  private final List<String> databasePeers = commands("benchmark.database-peer");

  @Autowired JournalImport imports;
  @Autowired TrialBalances trialBalances;
  @Autowired Books books;
  @Autowired ChartOfAccounts chart;
  @Autowired FiscalYears years;
  @Autowired Organizations organizations;
  @Autowired JdbcTemplate jdbc;

  @Test
  void besideOtherPrograms() throws Exception {
    Files.createDirectories(folder);
    new Meter(jdbc).printConditions();
    Path csv = folder.resolve("entries.csv").toAbsolutePath();
    Path text = folder.resolve("entries.journal").toAbsolutePath();
    write(csv, text);
    print(
        "%,d entries of two lines: CSV %,d bytes, text %,d bytes",
        entries, Files.size(csv), Files.size(text));
    ours(csv); // caches, the JVM
    List<Double> own = new ArrayList<>();
    List<List<Double>> others =
        textPeers.stream().map(peer -> (List<Double>) new ArrayList<Double>()).toList();
    for (int round = 1; round <= rounds; round++) {
      Sample sample = ours(csv);
      own.add(sample.wall());
      print("  round %d: import, post, trial balance %s, load %s", round, sample, Meter.load());
      for (int i = 0; i < textPeers.size(); i++) {
        // one round of a slow peer is enough
        if (round == 1 || others.get(i).get(0) < 60) {
          others.get(i).add(seconds(textPeers.get(i), text));
        }
      }
    }
    double mine = Sample.median(doubles(own));
    for (int i = 0; i < textPeers.size(); i++) {
      double theirs = Sample.median(doubles(others.get(i)));
      print(
          "%s: %.1f s; ours %.2f s = %.2f of it",
          name(textPeers.get(i)), theirs, mine, mine / theirs);
    }
    for (String peer : databasePeers) {
      double theirs = linesPerSecond(peer);
      double rate = 2 * entries / mine;
      print(
          "%s: %.0f lines/s; ours %,.0f lines/s = x %.0f", name(peer), theirs, rate, rate / theirs);
    }
  }

  private Sample ours(Path csv) {
    UUID org = new BenchmarkBooks(books, chart, years, organizations).empty();
    JournalSource source = JournalFiles.of(csv);
    ImportRequest request = JournalFiles.request(org, source);
    return new Meter(jdbc)
        .once(
            () -> {
              imports.run(request, source, read -> {});
              TrialBalance balance = trialBalances.asOf(org, LocalDate.of(2025, 12, 31));
              if (balance.rows().isEmpty()) {
                throw new IllegalStateException("nothing was posted");
              }
              return balance;
            });
  }

  /** The same entries for us and as text that ledger and hledger read. */
  private void write(Path csv, Path text) throws IOException {
    Random random = new Random(4711);
    try (BufferedWriter out = Files.newBufferedWriter(csv);
        BufferedWriter plain = Files.newBufferedWriter(text)) {
      out.write(JournalFiles.HEADER);
      for (long entry = 1; entry <= entries; entry++) {
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays((entry - 1) * 365 / entries);
        int debit = random.nextInt(JournalFileGenerator.ACCOUNTS);
        int credit = random.nextInt(JournalFileGenerator.ACCOUNTS);
        long cents = 100 + random.nextInt(5_000_000);
        String amount = cents / 100 + "." + (100 + cents % 100 + "").substring(1);
        String start = "INV-" + entry + "," + day + ",";
        String end = ",EUR,,,,GL,Invoice " + entry + "\n";
        out.write(start + "1," + JournalFileGenerator.account(debit) + "," + amount + "," + end);
        out.write(start + "2," + JournalFileGenerator.account(credit) + ",," + amount + end);
        plain.write(
            day
                + " INV-"
                + entry
                + " Invoice\n    "
                + named(debit)
                + "  "
                + amount
                + " EUR\n    "
                + named(credit)
                + "  -"
                + amount
                + " EUR\n\n");
      }
    }
  }

  private static String named(int account) {
    String code = JournalFileGenerator.account(account);
    return (account < 400 ? "Assets" : account < 500 ? "Income" : "Expenses")
        + ":Group"
        + code.substring(0, 2)
        + ":Acct"
        + code;
  }

  private double seconds(String command, Path text) throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(Arrays.asList(command.replace("FILE", text.toString()).split(" ")));
    Path result = folder.resolve("peer.out").toAbsolutePath();
    long before = System.nanoTime();
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(result.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0 || Files.size(result) == 0) {
      throw new IllegalStateException(command + " failed");
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    print("    %s: %.1f s", name(command), seconds);
    return seconds;
  }

  private double linesPerSecond(String command) throws IOException, InterruptedException {
    Path database = folder.resolve("database");
    List<String> pid = Files.readAllLines(database.resolve("postmaster.pid"));
    var builder =
        new ProcessBuilder(command.split(" ")).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("PGHOST", "127.0.0.1");
    builder.environment().put("PGPORT", pid.get(3));
    builder.environment().put("PGUSER", "postgres");
    builder
        .environment()
        .put("PGPASSWORD", Files.readString(database.resolve("countinghouse.secret")));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed: " + said);
    }
    said.lines().forEach(line -> print("    %s", line));
    String[] words = said.strip().split("\\s+");
    return Double.parseDouble(words[words.length - 1]);
  }

  private static String name(String command) {
    String[] words = command.split(" ");
    String program =
        Arrays.stream(words).filter(word -> word.endsWith(".py")).findFirst().orElse(words[0]);
    return program.substring(program.lastIndexOf('/') + 1).replace(".py", "");
  }

  private static double[] doubles(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<String> commands(String property) {
    return Arrays.stream(System.getProperty(property, "").split("\\|"))
        .filter(command -> !command.isBlank())
        .toList();
  }
}
