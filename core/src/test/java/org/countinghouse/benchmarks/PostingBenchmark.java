package org.countinghouse.benchmarks;

import static org.countinghouse.benchmarks.Meter.print;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Small journals posted one by one, each in a transaction of its own, from several threads: all to
 * one account, each thread to accounts of its own, each thread in books of its own; beside the same
 * statements in a bare JDBC loop.
 *
 * <p>System properties: {@code benchmark.threads} (8), {@code benchmark.seconds} of each
 * measurement (6), {@code benchmark.rounds} (3).
 */
@Benchmark
class PostingBenchmark {

  private static final LocalDate DAY = LocalDate.of(2025, 3, 10);
  private static final Money AMOUNT = Money.of("12.50", "EUR");

  private final int threads = Integer.getInteger("benchmark.threads", 8);
  private final int seconds = Integer.getInteger("benchmark.seconds", 6);
  private final int rounds = Integer.getInteger("benchmark.rounds", 3);

  @Autowired Ledger ledger;
  @Autowired Books books;
  @Autowired ChartOfAccounts chart;
  @Autowired FiscalYears years;
  @Autowired Organizations organizations;
  @Autowired SqlSessionFactory sessions;
  @Autowired DataSource dataSource;
  @Autowired JdbcTemplate jdbc;

  private interface Posting {
    void post(int thread, String reference) throws SQLException;
  }

  @Test
  void manyThreads() throws Exception {
    new Meter(jdbc).printConditions();
    UUID org = new BenchmarkBooks(books, chart, years, organizations).empty();
    List<UUID> own = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      own.add(new BenchmarkBooks(books, chart, years, organizations).empty());
    }
    Posting hot = (thread, reference) -> post(org, reference, account(0), account(0));
    Posting disjoint =
        (thread, reference) -> post(org, reference, account(2 * thread), account(2 * thread + 1));
    Posting apart = (thread, reference) -> post(own.get(thread), reference, account(0), account(0));
    rate(hot); // caches, the JVM
    List<Double> hotRates = new ArrayList<>();
    List<Double> disjointRates = new ArrayList<>();
    List<Double> bareRates = new ArrayList<>();
    List<Double> apartRates = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      disjointRates.add(rate(disjoint));
      hotRates.add(rate(hot));
      bareRates.add(bareRate(org));
      apartRates.add(rate(apart));
      print(
          "  round %d, journals/s: one account %.0f, accounts of their own %.0f, bare JDBC on one"
              + " account %.0f, books of their own %.0f, load %s",
          round,
          last(hotRates),
          last(disjointRates),
          last(bareRates),
          last(apartRates),
          Meter.load());
    }
    print(
        "%d threads: one account / accounts of their own %.2f, one account / bare JDBC %.2f, books"
            + " of their own / one account %.2f (medians of %d)",
        threads,
        ratio(hotRates, disjointRates),
        ratio(hotRates, bareRates),
        ratio(apartRates, hotRates),
        rounds);
    gapless(org);
  }

  private static double ratio(List<Double> ours, List<Double> others) {
    double[] ratios = new double[ours.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = ours.get(i) / others.get(i);
    }
    return Sample.median(ratios);
  }

  private static double last(List<Double> rates) {
    return rates.get(rates.size() - 1);
  }

  private static String account(int number) {
    return JournalFileGenerator.account(400 + number);
  }

  private void post(UUID org, String reference, String debit, String credit) {
    ledger.post(
        new JournalDraft(
            org,
            DAY,
            "Rent",
            "ledger",
            reference,
            List.of(DraftLine.debit(debit, AMOUNT), DraftLine.credit(credit, AMOUNT))),
        BenchmarkBooks.MAKER);
  }

  private double rate(Posting posting) throws Exception {
    return run(thread -> reference -> posting.post(thread, reference));
  }

  /** One bare connection per thread. */
  private double bareRate(UUID org) throws Exception {
    List<BarePosting> bare = new ArrayList<>();
    try {
      for (int thread = 0; thread < threads; thread++) {
        bare.add(
            new BarePosting(
                dataSource.getConnection(), sessions.getConfiguration(), org, DAY, "bare"));
      }
      BigDecimal amount = AMOUNT.amount();
      return run(
          thread -> reference -> bare.get(thread).post(reference, account(0), account(0), amount));
    } finally {
      for (BarePosting each : bare) {
        each.close();
      }
    }
  }

  private interface OneThread {
    void post(String reference) throws SQLException;
  }

  private interface ByThread {
    OneThread of(int thread);
  }

  /** Journals per second over all threads. */
  private double run(ByThread work) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long begin = System.nanoTime();
      long end = begin + seconds * 1_000_000_000L;
      List<Callable<Long>> tasks = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        OneThread posting = work.of(thread);
        tasks.add(
            () -> {
              String prefix = Long.toHexString(ThreadLocalRandom.current().nextLong());
              long count = 0;
              while (System.nanoTime() < end) {
                posting.post(prefix + "-" + ++count);
              }
              return count;
            });
      }
      long posted = 0;
      for (Future<Long> each : pool.invokeAll(tasks)) {
        posted += each.get();
      }
      return posted * 1e9 / (System.nanoTime() - begin);
    } finally {
      pool.shutdown();
    }
  }

  /** What all of it must still be. */
  private void gapless(UUID org) {
    Boolean sound =
        jdbc.queryForObject(
            "select count(*) = max(number) and min(number) = 1 from finance.journals where"
                + " organization_id = ?",
            Boolean.class,
            org);
    print("numbers without a gap: %s", sound);
  }
}
