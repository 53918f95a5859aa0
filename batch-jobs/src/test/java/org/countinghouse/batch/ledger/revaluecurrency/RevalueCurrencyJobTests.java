package org.countinghouse.batch.ledger.revaluecurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.countinghouse.access.Actor;
import org.countinghouse.currency.RateBook;
import org.countinghouse.currency.RateQuote;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.RowError;
import org.countinghouse.jobs.spi.JobRunner;
import org.countinghouse.jobs.spi.RunnerReport.State;
import org.countinghouse.ledger.ChartTemplates;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.revaluation.Revaluations;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class RevalueCurrencyJobTests {

  private static final Actor CONTROLLER = Actor.of("controller");
  private static final YearMonth MARCH = YearMonth.of(2025, 3);

  @Autowired TestOrganizations organizations;
  @Autowired ChartTemplates charts;
  @Autowired FiscalYears years;
  @Autowired RateBook book;
  @Autowired Ledger ledger;
  @Autowired Revaluations revaluations;
  @Autowired Jobs jobs;
  @Autowired JobRunner runner;
  @Autowired JdbcTemplate jdbc;

  private Organization company;

  @BeforeEach
  void dollarsAndEurosInTheBank() {
    company = organizations.british();
    charts.install(company.id(), "gb", CONTROLLER);
    years.open(company.id(), 2025, CONTROLLER);
    post("1202", "USD");
    post("1201", "EUR");
    book.record(
        company.id(),
        List.of(
            new RateQuote(
                Currency.getInstance("USD"),
                Currency.getInstance("GBP"),
                MARCH.atEndOfMonth(),
                new BigDecimal("0.75"))),
        "Treasury",
        null,
        CONTROLLER);
  }

  @Test
  void whatHasNoRateIsSetAsideAndTheRestIsValuedOnce() {
    JobRun run = run();
    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(jobs.rowErrors(run.id(), 10))
        .extracting(RowError::place, RowError::code)
        .containsExactly(Tuple.tuple("EUR", "currency.rate-missing"));
    assertThat(jobs.steps(run.id()))
        .extracting(step -> step.step() + " " + step.done() + "/" + step.expected())
        .containsExactly("ledger.revalue-currency/value-balances 1/1");

    end(run());
    assertThat(revaluations.list(company.id(), MARCH)).hasSize(1);
  }

  @Test
  void aRunThatIsStartedAgainPostsNothingTwice() {
    JobRun run = run();
    end(run);
    // as if the node had died between the commit and the note that the step is complete
    jdbc.update("update batch.batch_step_execution set status = 'FAILED', exit_code = 'FAILED'");
    jdbc.update("update batch.batch_job_execution set status = 'FAILED', exit_code = 'FAILED'");

    runner.start(run);
    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(revaluations.list(company.id(), MARCH)).hasSize(1);
    assertThat(ledger.chainHead(company.id(), 2025).journals()).isEqualTo(4);
  }

  private void post(String account, String currency) {
    Money pounds = Money.of("80.00", "GBP");
    ledger.post(
        new JournalDraft(
            company.id(),
            LocalDate.of(2025, 3, 3),
            "Bought " + currency,
            "ledger",
            currency,
            List.of(
                new DraftLine(account, Money.of("100.00", currency), pounds, null, null),
                DraftLine.credit("3001", pounds))),
        CONTROLLER);
  }

  private JobRun run() {
    JobRun run =
        jobs.register(
            new JobRequest(
                RevalueCurrencyJob.NAME,
                company.id(),
                Map.of("period", MARCH.toString()),
                CONTROLLER));
    runner.start(run);
    return run;
  }

  private State end(JobRun run) {
    Instant until = Instant.now().plus(Duration.ofSeconds(30));
    while (runner.report(run).state() == State.RUNNING) {
      assertThat(Instant.now()).isBefore(until);
      Thread.onSpinWait();
    }
    return runner.report(run).state();
  }
}
