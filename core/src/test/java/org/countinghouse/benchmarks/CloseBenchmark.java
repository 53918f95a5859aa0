package org.countinghouse.benchmarks;

import static org.countinghouse.benchmarks.Meter.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.close.Closing;
import org.countinghouse.close.ClosingReviews;
import org.countinghouse.close.Closings;
import org.countinghouse.close.HardClose;
import org.countinghouse.close.MonthBooks;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.Balances;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalFiles;
import org.countinghouse.ledger.JournalImport;
import org.countinghouse.ledger.JournalSource;
import org.countinghouse.organizations.Organizations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The close of a month that holds all lines: its proof from the lines beside one SQL statement that
 * makes the same sums, and the hard close itself, which must not grow with the lines.
 *
 * <p>System properties: {@code benchmark.sizes} (lines in the month, 1000000), {@code
 * benchmark.rounds} (5 proofs of each, 3 closes).
 */
@Benchmark
class CloseBenchmark {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final Actor JOB = Actor.system("benchmark");
  private static final int CLOSES = 3;

  /** What the proof sums, no more and no less. */
  private static final String SAME_SUMS =
      """
      select account, currency, cost_centre,
             sum(amount) filter (where amount > 0), sum(amount) filter (where amount < 0),
             sum(base_amount) filter (where base_amount > 0), sum(base_amount) filter (where base_amount < 0),
             count(*)
        from finance.journal_lines
       where organization_id = ? and posting_date >= date '2025-01-01' and posting_date < date '2025-02-01'
       group by account, currency, cost_centre
      """;

  /** The least that could be called a control sum. */
  private static final String ONE_SUM =
      """
      select account, sum(base_amount)
        from finance.journal_lines
       where organization_id = ? and posting_date >= date '2025-01-01' and posting_date < date '2025-02-01'
       group by account
      """;

  private final long[] sizes =
      Arrays.stream(System.getProperty("benchmark.sizes", "1000000").split(","))
          .mapToLong(Long::parseLong)
          .toArray();
  private final int rounds = Integer.getInteger("benchmark.rounds", 5);
  private final Path folder = Path.of("target", "benchmark");

  @Autowired MonthBooks months;
  @Autowired JournalImport imports;
  @Autowired Balances balances;
  @Autowired Closings closings;
  @Autowired ClosingReviews reviews;
  @Autowired HardClose hardClose;
  @Autowired Books books;
  @Autowired ChartOfAccounts chart;
  @Autowired FiscalYears years;
  @Autowired Organizations organizations;
  @Autowired JdbcTemplate jdbc;

  @Test
  void closesOfGrowingMonths() throws IOException {
    Files.createDirectories(folder);
    new Meter(jdbc).printConditions();
    for (int i = 0; i < 3; i++) {
      close(company(1_000)); // the JVM, caches
    }
    double before = 0;
    for (long lines : sizes) {
      List<Double> closes = new ArrayList<>();
      for (int i = 0; i < CLOSES; i++) {
        Company company = company(lines);
        if (i == 0) {
          proofs(company.id(), lines);
        }
        closes.add(close(company));
      }
      double close = Sample.median(closes.stream().mapToDouble(Double::doubleValue).toArray());
      print("hard close of %,d lines, the proof left out: %.1f ms", lines, close);
      if (before > 0) {
        print("  that is x %.2f of the size before", close / before);
      }
      before = close;
    }
  }

  private void proofs(UUID org, long lines) {
    Meter meter = new Meter(jdbc);
    List<Sample> proofs = new ArrayList<>();
    List<Sample> sames = new ArrayList<>();
    List<Sample> ones = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      Sample same = meter.once(() -> jdbc.queryForList(SAME_SUMS, org));
      Sample one = meter.once(() -> jdbc.queryForList(ONE_SUM, org));
      Sample proof = meter.once(() -> balances.prove(org, JANUARY));
      if (round > 0) {
        sames.add(same);
        ones.add(one);
        proofs.add(proof);
      }
    }
    print(
        "proof of %,d lines: %.2f s; the same sums in one statement %.2f s, ratio %.2f (CPU %.2f);"
            + " a single sum by account %.2f s, ratio %.2f",
        lines,
        Sample.median(proofs, Sample::wall),
        Sample.median(sames, Sample::wall),
        Sample.ratio(proofs, sames, Sample::wall),
        Sample.ratio(proofs, sames, Sample::cpu),
        Sample.median(ones, Sample::wall),
        Sample.ratio(proofs, ones, Sample::wall));
  }

  /** Milliseconds of the hard close of a month that was proved and approved before. */
  private double close(Company company) {
    Closing closing = closings.register(company.id(), JANUARY, company.accountant());
    months.makeReady(closing, company.accountant());
    reviews.proved(closing.id(), JOB, Ids.next());
    reviews.prepareReview(closing.id(), JOB);
    reviews.review(closing.id(), company.accountant());
    reviews.approve(closing.id(), company.controller());
    HardClose.Proof proof = hardClose.prove(closing.id());
    long begin = System.nanoTime();
    hardClose.close(closing.id(), proof, Ids.next(), JOB);
    return (System.nanoTime() - begin) / 1e6;
  }

  private Company company(long lines) throws IOException {
    Company company = months.company();
    new BenchmarkBooks(books, chart, years, organizations).furnish(company.id());
    Path file = folder.resolve("month.csv");
    new JournalFileGenerator(LocalDate.of(2025, 1, 1), 31, "GL", false).write(file, lines);
    JournalSource source = JournalFiles.of(file);
    imports.run(JournalFiles.request(company.id(), source), source, read -> {});
    Files.delete(file);
    return company;
  }
}
