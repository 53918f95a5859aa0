package org.countinghouse.batch.ledger.postrecurring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.countinghouse.access.Actor;
import org.countinghouse.batch.testing.TestRuns;
import org.countinghouse.batch.testing.TestRuns.Ended;
import org.countinghouse.ids.Ids;
import org.countinghouse.jobs.JobOutcome;
import org.countinghouse.jobs.RowError;
import org.countinghouse.journals.JournalContent;
import org.countinghouse.journals.ManualJournalProcessing;
import org.countinghouse.journals.ManualJournals;
import org.countinghouse.journals.ManualLine;
import org.countinghouse.journals.RecurringJournals;
import org.countinghouse.journals.Schedule;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.Periods;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class RecurringJobsTests {

  private static final Actor ANNA = Actor.of("anna");
  private static final LocalDate JANUARY_31 = LocalDate.of(2025, 1, 31);
  private static final Map<String, String> MARCH = Map.of("period", "2025-03");

  @Autowired Books books;
  @Autowired Ledger ledger;
  @Autowired Periods periods;
  @Autowired ManualJournals journals;
  @Autowired ManualJournalProcessing processing;
  @Autowired RecurringJournals recurring;
  @Autowired TestRuns runs;

  private UUID org = Ids.next();

  @BeforeEach
  void newBooks() {
    org = books.open();
  }

  @Test
  void everyDayIsPostedOnceAndUndoneOnceHoweverOftenTheJobsRun() {
    Schedule monthly =
        new Schedule(
            Schedule.Frequency.MONTHLY, 1, JANUARY_31, false, Schedule.DayRule.EXACT, null, true);
    UUID rent = scheduled("Rent {month}", monthly);

    Ended first = runs.run("ledger.post-recurring", org, MARCH);
    Ended second = runs.run("ledger.post-recurring", org, MARCH);

    assertThat(List.of(first.outcome(), second.outcome())).containsOnly(JobOutcome.COMPLETED);
    assertThat(ledger.chainHead(org, 2025).journals()).isEqualTo(3);
    assertThat(recurring.require(rent).occurrences())
        .extracting(done -> done.dueOn().toString())
        .containsExactly("2025-01-31", "2025-02-28", "2025-03-31");
    assertThat(ledger.findByReference(org, "ledger:recurring", "MJ-2025-000001 2025-02-28"))
        .hasValueSatisfying(
            posted -> {
              assertThat(posted.description()).isEqualTo("Rent 2025-02");
              assertThat(List.of(posted.maker(), String.valueOf(posted.checker())))
                  .containsExactly("anna", "ben");
            });

    runs.run("ledger.reverse-accruals", org, MARCH);
    runs.run("ledger.reverse-accruals", org, Map.of("until", "2025-03-31"));
    assertThat(ledger.chainHead(org, 2025).journals())
        .as("those of January and February are undone on the first of the month after")
        .isEqualTo(5);
  }

  @Test
  void whatTheBooksRefuseIsSetAsideAndTheRestIsPosted() {
    scheduled("Rent", Schedule.monthly(JANUARY_31));
    periods.close(org, YearMonth.of(2025, 1), ANNA);
    periods.close(org, YearMonth.of(2025, 2), ANNA);

    Ended run = runs.run("ledger.post-recurring", org, MARCH);

    assertThat(run.outcome()).isEqualTo(JobOutcome.COMPLETED_WITH_EXCEPTIONS);
    assertThat(run.rowErrors())
        .extracting(RowError::place, RowError::code)
        .containsExactly(
            Tuple.tuple("MJ-2025-000001 2025-01-31 posting date", "ledger.period-closed"),
            Tuple.tuple("MJ-2025-000001 2025-02-28 posting date", "ledger.period-closed"));
    assertThat(ledger.chainHead(org, 2025).journals()).isEqualTo(1);
  }

  @Test
  void moreThanOneTransactionsWorthIsDone() {
    IntStream.range(0, 3)
        .forEach(
            i ->
                scheduled(
                    "Weekly " + i,
                    new Schedule(
                        Schedule.Frequency.WEEKLY,
                        1,
                        LocalDate.of(2025, 1, 1),
                        false,
                        Schedule.DayRule.EXACT,
                        null,
                        false)));

    Ended run = runs.run("ledger.post-recurring", org, Map.of("period", "2025-12"));

    assertThat(run.outcome()).isEqualTo(JobOutcome.COMPLETED);
    assertThat(ledger.chainHead(org, 2025).journals()).isEqualTo(3 * 53);
    assertThat(recurring.due(org, LocalDate.of(2025, 12, 31))).isEmpty();
  }

  private UUID scheduled(String description, Schedule schedule) {
    var content =
        JournalContent.of(
                schedule.firstOn(),
                description,
                List.of(
                    ManualLine.of("6100", Money.of("10.00", "EUR")),
                    ManualLine.of("1010", Money.of("-10.00", "EUR"))))
            .by(schedule);
    UUID id = journals.create(org, content, ANNA).id();
    journals.submit(id, ANNA);
    processing.complete(id, null, Actor.of("ben"));
    return id;
  }
}
