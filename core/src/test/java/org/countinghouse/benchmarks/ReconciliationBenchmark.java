package org.countinghouse.benchmarks;

import static org.countinghouse.benchmarks.Meter.print;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.countinghouse.bankfiles.StatementFormat;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.banking.BankStatements;
import org.countinghouse.banking.BankWorld;
import org.countinghouse.banking.StatementDelivery;
import org.countinghouse.banking.StatementOutcome;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.documents.Documents;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payments.PaymentsWorld;
import org.countinghouse.secrets.FieldCipher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A statement taken in, matched and posted beside {@link BankScript} on the same lines and open
 * items. Of ten lines eight name an invoice in their text, one comes from a known account with the
 * right amount only, one says nothing.
 *
 * <p>System properties: {@code benchmark.lines} (100000), {@code benchmark.items} (500000, several
 * with commas), {@code benchmark.rounds} (3). Limits: 1.5 of the script; ten times the open items
 * at most 1.5 of the time.
 */
@Benchmark
class ReconciliationBenchmark {

  private static final String ACCOUNT = "DE89370400440532013000";

  private final int lines = Integer.getInteger("benchmark.lines", 100_000);
  private final int rounds = Integer.getInteger("benchmark.rounds", 3);
  private final long[] sizes =
      Arrays.stream(System.getProperty("benchmark.items", "500000").split(","))
          .mapToLong(Long::parseLong)
          .toArray();
  private final Path folder = Path.of("target", "benchmark");

  @Autowired PaymentsWorld world;
  @Autowired ChartOfAccounts chart;
  @Autowired BankStatements statements;
  @Autowired Documents documents;
  @Autowired JdbcTemplate jdbc;
  @Autowired OwnerRole owner;
  @Autowired TransactionTemplate transaction;
  @Autowired FieldCipher cipher;

  @Test
  void statementAgainstOpenItems() throws IOException {
    Files.createDirectories(folder);
    new Meter(jdbc).printConditions();
    double before = 0;
    for (long items : sizes) {
      double median = rounds(items);
      if (before > 0) {
        print("  time with more open items: x %.2f", median / before);
      }
      before = median;
    }
  }

  private double rounds(long items) throws IOException {
    Path csv = folder.resolve("lines.csv");
    Path mt940 = folder.resolve("statement.sta");
    write(items, csv, mt940);
    print("%,d entries, %,d bytes, %,d open items", lines, Files.size(mt940), items);
    var script = new BankScript(jdbc, transaction, owner);
    Meter meter = new Meter(jdbc);
    List<Sample> limits = new ArrayList<>();
    List<Sample> ours = new ArrayList<>();
    // the first round warms both sides up and is not counted
    for (int round = 0; round <= rounds; round++) {
      script.prepare(items);
      StatementDelivery delivery = delivery(items, mt940);
      Sample limit = meter.once(() -> run(script, csv));
      Meter.resetPeak();
      List<StatementOutcome> outcomes = new ArrayList<>();
      Sample taken =
          meter.once(() -> outcomes.addAll(statements.receive(delivery, BankWorld.INBOX)));
      print(
          "  round %d: script %s, %d matched; ours %s, %d new, %d matched; ratio %.2f, peak %d MiB,"
              + " load %s",
          round,
          limit,
          script.matched(),
          taken,
          outcomes.get(0).newEntries(),
          lines - suspended(delivery.organizationId()),
          taken.wall() / limit.wall(),
          Meter.peakMebibytes(),
          Meter.load());
      if (round > 0) {
        limits.add(limit);
        ours.add(taken);
      }
    }
    print(
        "  ours / script with %,d open items: wall %.2f, CPU %.2f (medians of %d)",
        items,
        Sample.ratio(ours, limits, Sample::wall),
        Sample.ratio(ours, limits, Sample::cpu),
        rounds);
    return Sample.median(ours, Sample::wall);
  }

  private static boolean run(BankScript script, Path csv) {
    script.run(csv);
    return true;
  }

  private long suspended(UUID organization) {
    Long count =
        jdbc.queryForObject(
            "select count(*) from finance.bank_suspense where organization_id = ?",
            Long.class,
            organization);
    return count == null ? 0 : count;
  }

  /** A company nobody else has, with so many open items, and the statement in its store. */
  private StatementDelivery delivery(long items, Path file) throws IOException {
    Organization company = world.company();
    chart.create(
        company.id(),
        List.of(
            NewAccount.of("1890", "Unexplained", AccountType.ASSET)
                .serving(AccountPurpose.SUSPENSE),
            NewAccount.of("6855", "Bank charges", AccountType.EXPENSE)
                .serving(AccountPurpose.BANK_CHARGES)),
        PaymentsWorld.CFO);
    new OpenItems(jdbc, cipher).insert(company.id(), items);
    transaction.executeWithoutResult(
        status -> {
          owner.assume();
          jdbc.execute("analyze");
          owner.release();
        });
    UUID document =
        documents.store(company.id(), "statement.sta", "text/plain", Files.readAllBytes(file)).id();
    return new StatementDelivery(
        company.id(), document, StatementFormat.MT940, StatementOptions.NONE);
  }

  /** No item is paid twice as long as there are as many as lines. */
  private void write(long items, Path csv, Path mt940) throws IOException {
    long step = Math.max(1, items / lines);
    BigDecimal sum = BigDecimal.ZERO;
    try (BufferedWriter table = Files.newBufferedWriter(csv, StandardCharsets.US_ASCII);
        BufferedWriter statement = Files.newBufferedWriter(mt940, StandardCharsets.US_ASCII)) {
      statement.write(":20:BENCHMARK\n:25:" + ACCOUNT + "\n:28C:1/1\n:60F:C260331EUR0,00\n");
      for (int line = 1; line <= lines; line++) {
        long item = (long) line * step % items + 1;
        BigDecimal amount = OpenItems.amount(item);
        sum = sum.add(amount);
        String text =
            line % 10 < 8 ? "Invoice " + OpenItems.number(item) + " with thanks" : "Transfer";
        String iban = line % 10 == 9 ? OpenItems.iban(item) : "";
        table.write(line + "," + text + "," + amount + ",EUR," + iban + "\n");
        statement.write(
            ":61:2603310331D%sNTRFNONREF//B%d\n:86:%s %s\n"
                .formatted(amount.toPlainString().replace('.', ','), line, text, iban));
      }
      statement.write(":62F:D260331EUR" + sum.toPlainString().replace('.', ',') + "\n-\n");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
