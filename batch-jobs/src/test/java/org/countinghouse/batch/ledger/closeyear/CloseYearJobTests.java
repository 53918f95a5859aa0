package org.countinghouse.batch.ledger.closeyear;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.close.Closing;
import org.countinghouse.close.ClosingReviews;
import org.countinghouse.close.Closings;
import org.countinghouse.close.MonthBooks;
import org.countinghouse.ids.Ids;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.spi.JobRunner;
import org.countinghouse.jobs.spi.RunnerReport.State;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.YearClosing;
import org.countinghouse.ledger.YearEnd;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A year that runs from April to March, closed by the close's own jobs and carried forward. */
@DatabaseTest
class CloseYearJobTests {

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 4, 1);
  private static final YearMonth LAST_MONTH = YearMonth.of(2025, 3);

  @Autowired Books books;
  @Autowired MonthBooks months;
  @Autowired TestOrganizations people;
  @Autowired Organizations organizations;
  @Autowired Closings closings;
  @Autowired ClosingReviews reviews;
  @Autowired Periods periods;
  @Autowired Ledger ledger;
  @Autowired YearEnd yearEnd;
  @Autowired Jobs jobs;
  @Autowired JobRunner runner;

  private UUID org = Ids.next();
  private Actor accountant = Actor.system("test");
  private Actor controller = Actor.system("test");

  @BeforeEach
  void aYearThatStartsInApril() {
    org = books.openForYearEnd(MonthDay.of(4, 1));
    accountant = people.user("accountant", organizations.byId(org), "accountant");
    controller = people.user("controller", organizations.byId(org), "controller");
    ledger.post(Books.rent(org, FIRST_DAY, "RENT", "75.00"), accountant);
  }

  @Test
  void theClosedYearIsCarriedForwardOnceByYearOrByMonth() {
    close(YearMonth.from(FIRST_DAY));
    JobRun early = run(Map.of("period", LAST_MONTH.toString()));
    assertThat(end(early)).as("eleven months are open").isEqualTo(State.FAILED);

    close(LAST_MONTH); // the empty months before it are closed along
    JobRun run = run(Map.of("period", LAST_MONTH.toString()));
    assertThat(end(run)).isEqualTo(State.COMPLETED);
    YearClosing closing = yearEnd.find(org, 2025).orElseThrow();
    assertThat(closing.result()).isEqualTo(Money.of("-75.00", "EUR"));
    assertThat(closing.postingDate()).isEqualTo(LocalDate.of(2025, 4, 1));
    assertThat(jobs.steps(run.id()))
        .extracting(step -> step.step() + " " + step.done() + "/" + step.expected())
        .containsExactly("ledger.close-year/carry-forward 1/1");

    assertThat(end(run(Map.of("year", "2025")))).isEqualTo(State.COMPLETED);
    assertThat(yearEnd.list(org)).containsExactly(closing);
  }

  private void close(YearMonth month) {
    Closing closing = closings.register(org, month, accountant);
    months.makeReady(closing, accountant);
    reviews.proved(closing.id(), accountant, Ids.next());
    reviews.prepareReview(closing.id(), accountant);
    reviews.review(closing.id(), accountant);
    reviews.approve(closing.id(), controller);
    JobRun run =
        started(
            "ledger.close-period",
            Map.of("closing", closing.id().toString(), "period", month.toString()));
    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(periods.find(org, month).orElseThrow().state()).isEqualTo(PeriodState.CLOSED);
  }

  private JobRun run(Map<String, String> parameters) {
    return started("ledger.close-year", parameters);
  }

  private JobRun started(String job, Map<String, String> parameters) {
    JobRun run = jobs.register(new JobRequest(job, org, parameters, controller));
    runner.start(run);
    return run;
  }

  private State end(JobRun run) {
    Instant until = Instant.now().plus(Duration.ofSeconds(30));
    while (List.of(State.RUNNING, State.ABSENT).contains(runner.report(run).state())) {
      assertThat(Instant.now()).isBefore(until);
      Thread.onSpinWait();
    }
    return runner.report(run).state();
  }
}
