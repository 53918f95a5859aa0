package org.countinghouse.batch.reporting.reportpack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.countinghouse.access.Actor;
import org.countinghouse.close.CloseCertificates;
import org.countinghouse.close.Closing;
import org.countinghouse.close.ClosingReviews;
import org.countinghouse.close.Closings;
import org.countinghouse.close.HardClose;
import org.countinghouse.close.MonthBooks;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.close.ReportPack;
import org.countinghouse.close.ReportPacks;
import org.countinghouse.close.certificate.CertificateVerifier;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.documents.Documents;
import org.countinghouse.ids.Ids;
import org.countinghouse.jobs.JobOutcome;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.RowError;
import org.countinghouse.jobs.spi.JobRunner;
import org.countinghouse.jobs.spi.RunnerReport.State;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class ReportPackJobTests {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);

  @Autowired MonthBooks books;
  @Autowired Closings closings;
  @Autowired ClosingReviews reviews;
  @Autowired HardClose hardClose;
  @Autowired ReportPacks packs;
  @Autowired CloseCertificates certificates;
  @Autowired Documents documents;
  @Autowired Outbox outbox;
  @Autowired Jobs jobs;
  @Autowired JobRunner runner;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired OwnerRole owner;

  private Company company;

  @BeforeEach
  void soldSomething() {
    company = books.company();
    books.sell(company, JANUARY.atDay(15), "S1", "1190.00");
  }

  @Test
  void everyReportOfTheMonthIsInTheArchiveAndInTheCertificate() throws IOException {
    Closing closing = closed();
    JobRun run = run(Map.of("closing", closing.id().toString()));
    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(outcome(run)).isEqualTo(JobOutcome.COMPLETED);

    ReportPack pack = packs.find(closing.id()).orElseThrow();
    assertThat(pack.reports()).extracting(ReportPack.Entry::report).contains("trial-balance");
    assertThat(namesIn(pack.archiveId()))
        .hasSameSizeAs(pack.reports())
        .allMatch(name -> name.endsWith(".xlsx"));
    var issued = certificates.issue(closing.id(), Actor.system("test"));
    var content = CertificateVerifier.read(certificates.file(issued.id()));
    assertThat(content.reports().archive().sha256())
        .isEqualTo(documents.get(pack.archiveId()).sha256());
    assertThat(content.reports().files()).hasSameSizeAs(pack.reports());
    assertThat(outbox.list(company.id(), 10))
        .extracting(sent -> sent.channel() + "/" + sent.name())
        .contains(
            "reports/" + company.organization().code() + "-CLOSE-2025-01-1-reports.zip",
            "certificates/CLOSE-2025-01-1.json");

    JobRun again = run(Map.of());
    assertThat(end(again)).isEqualTo(State.COMPLETED);
    assertThat(packs.find(closing.id())).as("nothing was left to do").contains(pack);
  }

  @Test
  void brokenRunGoesOnWithTheReportThatBroke() {
    Closing closing = closed();
    breakTrialBalance();
    JobRun run = run(Map.of());
    assertThat(end(run)).isEqualTo(State.FAILED);
    ReportPack begun = packs.find(closing.id()).orElseThrow();
    assertThat(begun.isComplete()).isFalse();

    asOwner("drop function finance.break_%s() cascade".formatted(tag()));
    runner.start(run);
    assertThat(end(run)).isEqualTo(State.COMPLETED);
    ReportPack pack = packs.find(closing.id()).orElseThrow();
    assertThat(pack.isComplete()).isTrue();
    assertThat(pack.reports())
        .as("what was made before is not made again")
        .containsAll(begun.reports())
        .hasSizeGreaterThan(begun.reports().size());
  }

  @Test
  void monthThatIsNotClosedHasNoReports() {
    JobRun run = run(Map.of());
    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(outcome(run)).isEqualTo(JobOutcome.COMPLETED_WITH_EXCEPTIONS);
    assertThat(jobs.rowErrors(run.id(), 10))
        .extracting(RowError::code)
        .containsExactly("close.period-not-closed");
  }

  private Closing closed() {
    Closing closing = closings.register(company.id(), JANUARY, company.accountant());
    books.makeReady(closing, company.accountant());
    reviews.prepareReview(closing.id(), company.accountant());
    reviews.review(closing.id(), company.accountant());
    reviews.approve(closing.id(), company.controller());
    return hardClose.close(
        closing.id(), hardClose.prove(closing.id()), Ids.next(), company.accountant());
  }

  private List<String> namesIn(UUID archive) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(documents.open(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  private void breakTrialBalance() {
    asOwner(
        """
        create function finance.break_%1$s() returns trigger language plpgsql as
          $$ begin raise exception 'the disk is full'; end $$;
        create trigger tr_break_%1$s before insert on finance.close_report_pack_documents
          for each row when (new.report = 'trial-balance' and new.organization_id = '%2$s')
          execute function finance.break_%1$s();
        """
            .formatted(tag(), company.id()));
  }

  private String tag() {
    return company.id().toString().replace("-", "");
  }

  private void asOwner(String sql) {
    transaction.executeWithoutResult(
        status -> {
          owner.assume();
          jdbc.execute(sql);
        });
  }

  private JobRun run(Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put("period", JANUARY.toString());
    JobRun run =
        jobs.register(new JobRequest(ReportPackJob.NAME, company.id(), all, company.accountant()));
    runner.start(run);
    return run;
  }

  private State end(JobRun run) {
    Instant until = Instant.now().plus(Duration.ofSeconds(60));
    while (List.of(State.RUNNING, State.ABSENT).contains(runner.report(run).state())) {
      assertThat(Instant.now()).isBefore(until);
      Thread.onSpinWait();
    }
    return runner.report(run).state();
  }

  private JobOutcome outcome(JobRun run) {
    jobs.started(run.id(), "node", "test");
    return jobs.completed(run.id());
  }
}
