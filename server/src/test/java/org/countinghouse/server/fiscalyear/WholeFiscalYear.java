package org.countinghouse.server.fiscalyear;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.countinghouse.samples.SampleCompany;
import org.countinghouse.server.testing.ServerProcess;
import org.countinghouse.server.testing.ServerProcess.Finished;
import org.junit.jupiter.api.Test;

/**
 * A whole fiscal year of the three demo companies on a real server, as {@code ops/fiscal-year.sh}
 * shows it: posted from files, closed month by month, the year closed, the group consolidated, the
 * last month opened and closed again, everything verified from outside.
 */
class WholeFiscalYear {

  private static final Instant STARTED = Instant.now();

  @Test
  void wholeYearIsPostedClosedConsolidatedReopenedAndClosedAgain() throws Exception {
    int size = Integer.getInteger("fiscal-year.size");
    Path folder = Path.of(System.getProperty("fiscal-year.folder")).toAbsolutePath();
    ServerProcess server = ServerProcess.start(folder, "--countinghouse.demo.size=" + size);
    say("server ready");
    try {
      run(server, Year.now().getValue() - 1, size, folder);
    } finally {
      server.stop();
    }
    verify(server, folder);
  }

  private static void run(ServerProcess server, int number, int size, Path folder)
      throws Exception {
    List<YearMonth> months =
        IntStream.rangeClosed(1, 12).mapToObj(month -> YearMonth.of(number, month)).toList();
    List<Company> companies =
        SampleCompany.all().stream()
            .map(sample -> new Company(sample, number, size, server, folder.resolve("data")))
            .toList();
    GroupDesk group = new GroupDesk(server);
    Path certificates = Files.createDirectories(folder.resolve("certificates"));
    each(companies, Company::enterAssets);
    say("assets entered");
    for (YearMonth month : months) {
      each(companies, company -> company.post(month));
      each(companies, company -> company.close(month));
      say(
          "%s posted and closed, %d lines so far"
              .formatted(month, server.count("select count(*) from finance.journal_lines")));
      if (month.getMonthValue() % 6 == 0) {
        consolidated(group, month);
      }
    }
    YearMonth december = months.get(11);
    carriedForward(server, december, 3);
    JsonNode closed = group.newest(december);

    Company american = companies.get(2);
    american.reopen(december, "the carrier's December invoice came in January");
    american.journal(december.atEndOfMonth(), "LATE-1", "50200", "20150", "912.40");
    american.close(december);
    assertThat(american.certificates(december)).hasSize(2);
    say("HBUS opened and closed December again");
    carriedForward(server, december, 3);
    assertThat(group.closing(closed).get("outdatedMembers").toString()).contains("HBUS");
    JsonNode again = consolidated(group, december);
    assertThat(again.get("number").asText()).endsWith("-2");

    for (Company company : companies) {
      for (YearMonth month : months) {
        assertThat(company.isCertified(month)).as(company.code() + " " + month).isTrue();
      }
      company.save(december, certificates);
      company.compareWithHledger(december.atEndOfMonth(), folder);
    }
    say("every balance read from the exported text by hledger: " + Hledger.isInstalled());
    group.save("consolidated-trial-balance", "", folder.resolve("consolidated.csv"));
  }

  private static JsonNode consolidated(GroupDesk group, YearMonth month) {
    for (JsonNode match : group.matching(month)) {
      assertThat(match.get("matches").asBoolean()).as(match.toString()).isTrue();
    }
    JsonNode closing = group.close(month);
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : group.trialBalance(closing)) {
      sum = sum.add(new BigDecimal(row.get("balance").asText()));
      if (List.of("1210", "3010", "4010", "4110", "1030").contains(row.get("account").asText())) {
        assertThat(new BigDecimal(row.get("balance").asText())).as(row.toString()).isZero();
      }
    }
    assertThat(sum).isZero();
    say("group consolidated " + closing.get("number").asText());
    return closing;
  }

  private static void carriedForward(ServerProcess server, YearMonth december, int companies) {
    String living =
        "select count(distinct organization_id) from finance.year_closing_v where fiscal_year = "
            + december.getYear();
    ServerProcess.await(
        "the year is carried forward everywhere", () -> server.count(living) == companies);
    say("year carried forward in %d companies".formatted(companies));
  }

  private static void verify(ServerProcess server, Path folder) throws Exception {
    Finished verified = ServerProcess.command(folder, "verify-books");
    System.out.println(verified.output());
    assertThat(verified.exitCode()).as(verified.output()).isZero();
    try (var files = Files.list(folder.resolve("certificates"))) {
      for (Path file : files.sorted().toList()) {
        Finished checked = ServerProcess.command(folder, "verify-certificate", file.toString());
        assertThat(checked.exitCode()).as(checked.output()).isZero();
        say(file.getFileName() + " " + checked.output().lines().reduce((a, b) -> b).orElse(""));
      }
    }
    say("all verified");
  }

  /** Does it for all companies at once. */
  private static void each(List<Company> companies, Consumer<Company> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(companies.size());
    try {
      List<Future<?>> under =
          companies.stream().<Future<?>>map(one -> pool.submit(() -> work.accept(one))).toList();
      for (Future<?> one : under) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void say(String what) {
    System.out.printf(
        "YEAR %5d s  %s%n", Duration.between(STARTED, Instant.now()).toSeconds(), what);
  }
}
