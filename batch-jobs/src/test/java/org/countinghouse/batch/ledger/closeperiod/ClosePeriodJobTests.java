package org.countinghouse.batch.ledger.closeperiod;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.close.ChecklistItem;
import org.countinghouse.close.Checklists;
import org.countinghouse.close.CloseCertificates;
import org.countinghouse.close.Closing;
import org.countinghouse.close.ClosingReviews;
import org.countinghouse.close.Closings;
import org.countinghouse.close.MonthBooks;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.ids.Ids;
import org.countinghouse.jobs.JobOutcome;
import org.countinghouse.jobs.JobRequest;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.RowError;
import org.countinghouse.jobs.spi.JobRunner;
import org.countinghouse.jobs.spi.RunnerReport.State;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class ClosePeriodJobTests {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);

  @Autowired MonthBooks books;
  @Autowired Closings closings;
  @Autowired ClosingReviews reviews;
  @Autowired Checklists checklists;
  @Autowired CloseCertificates certificates;
  @Autowired Periods periods;
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
  void approvedMonthIsProvedAndClosed() {
    Closing closing = approved();
    JobRun run = run(Map.of("closing", closing.id().toString()));

    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(outcome(run)).isEqualTo(JobOutcome.COMPLETED);
    assertThat(state()).isEqualTo(PeriodState.CLOSED);
    assertThat(closings.get(closing.id()).state()).isEqualTo(Closing.State.CLOSED);
    assertThat(jobs.steps(run.id()))
        .extracting(step -> step.step() + " " + step.done() + "/" + step.expected())
        .containsExactly(
            "ledger.close-period/prove-balances 2/2", "ledger.close-period/close-month 1/1");
    assertThat(checklists.of(closing.id()))
        .filteredOn(item -> item.key().equals("close.balances-proved"))
        .extracting(ChecklistItem::jobRunId)
        .containsExactly(run.id());

    certificates.issue(closing.id(), Actor.system("test"));
    JobRun again = run(Map.of());
    assertThat(end(again)).isEqualTo(State.COMPLETED);
    assertThat(outcome(again)).as("nothing was left to do").isEqualTo(JobOutcome.COMPLETED);
  }

  @Test
  void balanceThatIsNotTheSumOfItsLinesKeepsTheMonthOpen() {
    Closing closing = approved();
    transaction.executeWithoutResult(
        status -> {
          owner.assume();
          jdbc.update(
              "update finance.balances set base_debit = base_debit + 1, debit = debit + 1"
                  + " where organization_id = ? and account = '1200'",
              company.id());
        });
    JobRun run = run(Map.of("closing", closing.id().toString()));

    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(outcome(run)).isEqualTo(JobOutcome.COMPLETED_WITH_EXCEPTIONS);
    assertThat(jobs.rowErrors(run.id(), 10))
        .extracting(RowError::code, RowError::place)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("close.balances-differ", "1200"));
    assertThat(state()).isNotEqualTo(PeriodState.CLOSED);
  }

  @Test
  void withoutApprovalNothingIsClosedAndTheClosingIsStarted() {
    JobRun run = run(Map.of());

    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(outcome(run)).isEqualTo(JobOutcome.COMPLETED_WITH_EXCEPTIONS);
    assertThat(jobs.rowErrors(run.id(), 10))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.code()).isEqualTo("close.not-approved");
              assertThat(error.message()).contains("CLOSE-2025-01-1");
            });
    assertThat(closings.underWay(company.id(), JANUARY)).isPresent();
    assertThat(state()).isEqualTo(PeriodState.OPEN);
  }

  @Test
  void whatWasPostedAfterTheApprovalIsRefusedByTheLock() {
    Closing closing = approved();
    books.sell(company, JANUARY.atDay(16), "S2", "1.00");
    JobRun run = run(Map.of("closing", closing.id().toString()));

    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(jobs.rowErrors(run.id(), 10))
        .extracting(RowError::code)
        .containsExactly("close.figures-changed");
    assertThat(state()).isNotEqualTo(PeriodState.CLOSED);
  }

  @Test
  void brokenRunContinuesWithTheStepThatBroke() {
    Closing closing = approved();
    breakTheClose(closing.id());
    JobRun run = run(Map.of("closing", closing.id().toString()));
    assertThat(end(run)).isEqualTo(State.FAILED);
    assertThat(state()).as("all or nothing").isNotEqualTo(PeriodState.CLOSED);

    mendTheClose(closing.id());
    runner.start(run);
    assertThat(end(run)).isEqualTo(State.COMPLETED);
    assertThat(state()).isEqualTo(PeriodState.CLOSED);
    assertThat(
            jdbc.queryForList(
                """
                select s.step_name || ' ' || s.status from batch.batch_step_execution s
                  join batch.batch_job_execution_params p on p.job_execution_id = s.job_execution_id
                 where p.parameter_name = 'runId' and p.parameter_value = ?
                 order by s.step_execution_id
                """,
                String.class,
                run.id().toString()))
        .containsExactly(
            "ledger.close-period/prove-balances COMPLETED",
            "ledger.close-period/close-month FAILED",
            "ledger.close-period/close-month COMPLETED");
  }

  private void breakTheClose(UUID closingId) {
    asOwner(
        """
        create function finance.break_%1$s() returns trigger language plpgsql as
          $$ begin raise exception 'the disk is full'; end $$;
        create trigger tr_break_%1$s before update on finance.closings
          for each row when (new.state = 'CLOSED' and new.id = '%2$s')
          execute function finance.break_%1$s();
        """
            .formatted(closingId.toString().replace("-", ""), closingId));
  }

  private void mendTheClose(UUID closingId) {
    asOwner(
        "drop function finance.break_%s() cascade"
            .formatted(closingId.toString().replace("-", "")));
  }

  private void asOwner(String sql) {
    transaction.executeWithoutResult(
        status -> {
          owner.assume();
          jdbc.execute(sql);
        });
  }

  private Closing approved() {
    Closing closing = closings.register(company.id(), JANUARY, company.accountant());
    books.makeReady(closing, company.accountant());
    reviews.proved(closing.id(), company.accountant(), Ids.next());
    reviews.prepareReview(closing.id(), company.accountant());
    reviews.review(closing.id(), company.accountant());
    return reviews.approve(closing.id(), company.controller());
  }

  private JobRun run(Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put("period", JANUARY.toString());
    JobRun run =
        jobs.register(new JobRequest(ClosePeriodJob.NAME, company.id(), all, company.accountant()));
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

  private JobOutcome outcome(JobRun run) {
    jobs.started(run.id(), "node", "test");
    return jobs.completed(run.id());
  }

  private PeriodState state() {
    return periods.find(company.id(), JANUARY).orElseThrow().state();
  }
}
