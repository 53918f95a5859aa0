package org.countinghouse.journals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.ids.Ids;
import org.countinghouse.journals.Schedule.DayRule;
import org.countinghouse.journals.Schedule.Frequency;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class RecurringJournalTests {

  private static final Actor ANNA = Actor.of("anna");
  private static final LocalDate MAY_1 = LocalDate.of(2025, 5, 1);
  private static final LocalDate JULY_31 = LocalDate.of(2025, 7, 31);

  @Autowired ManualJournals journals;
  @Autowired ManualJournalProcessing processing;
  @Autowired RecurringJournals recurring;
  @Autowired PostRecurringRoutine routine;
  @Autowired ReverseAccrualsRoutine reversals;
  @Autowired ManualJournalsCheck check;
  @Autowired Books books;

  private UUID org = Ids.next();

  @BeforeEach
  void newBooks() {
    org = books.open();
  }

  @Test
  void holidaysMoveThePostingAndNotTheDay() {
    UUID rent = scheduled(DayRule.FOLLOWING, false);

    List<RecurringJournal.Due> due = recurring.due(org, JULY_31);

    assertThat(due)
        .as("1 May is a holiday in Germany, 1 June 2025 a Sunday")
        .extracting(day -> day.dueOn() + " " + day.postingDate())
        .containsExactly("2025-05-01 2025-05-02", "2025-06-01 2025-06-02", "2025-07-01 2025-07-01");
    PostedJournal may = recurring.post(due.get(0), ANNA);
    assertThat(may).isNotNull();
    assertThat(may.postingDate()).isEqualTo(LocalDate.of(2025, 5, 2));
    assertThat(recurring.post(due.get(0), ANNA)).as("once only").isNull();
    assertThat(recurring.upcoming(recurring.require(rent), 2))
        .extracting(RecurringJournal.Due::dueOn)
        .containsExactly(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 7, 1));
  }

  @Test
  void aDayIsSkippedWithAReasonAndAScheduleEnds() {
    UUID rent = scheduled(DayRule.EXACT, false);
    recurring.skip(rent, LocalDate.of(2025, 6, 1), "rent-free month", ANNA);
    assertThatThrownBy(() -> recurring.skip(rent, LocalDate.of(2025, 6, 1), "again", ANNA))
        .hasMessageContaining("nothing to skip");
    assertThatThrownBy(() -> recurring.skip(rent, LocalDate.of(2025, 6, 2), "no such day", ANNA))
        .hasMessageContaining("nothing to skip");
    recurring.end(rent, LocalDate.of(2025, 6, 30), "moved out", ANNA);
    assertThatThrownBy(() -> recurring.end(rent, JULY_31, "again", ANNA))
        .hasMessageContaining("ended on 2025-06-30");

    assertThat(recurring.due(org, JULY_31))
        .extracting(RecurringJournal.Due::dueOn)
        .containsExactly(MAY_1);
    assertThat(recurring.require(rent).occurrences())
        .extracting(RecurringJournal.Occurrence::skipReason)
        .containsExactly("rent-free month");
  }

  @Test
  void theCloseSeesWhatIsStillDue() {
    scheduled(DayRule.EXACT, true);
    YearMonth may = YearMonth.of(2025, 5);
    YearMonth june = YearMonth.of(2025, 6);
    assertThat(labels(routine.evidence(org, may))).containsExactly("MJ-2025-000001");

    recurring.due(org, may.atEndOfMonth()).forEach(due -> recurring.post(due, ANNA));

    assertThat(routine.evidence(org, may).isReady()).isTrue();
    assertThat(routine.evidence(org, may).figures()).containsEntry("recurringPosted", "1");
    assertThat(reversals.evidence(org, may).isReady()).isTrue();
    assertThat(labels(reversals.evidence(org, june))).containsExactly("GL-2025-000001");
  }

  @Test
  void aForgottenDraftKeepsTheMonthOpen() {
    ManualJournal draft = journals.create(org, rent(), ANNA);
    YearMonth may = YearMonth.of(2025, 5);
    assertThat(labels(check.check(org, may))).containsExactly(draft.number());
    assertThat(check.check(org, may.plusMonths(1)).isReady()).isTrue();
    journals.withdraw(draft.id(), "entered elsewhere", ANNA);
    assertThat(check.check(org, may).isReady()).isTrue();
  }

  @Test
  void oneThatWasNotApprovedIsNotOnItsSchedule() {
    ManualJournal draft = journals.create(org, rent().by(Schedule.monthly(MAY_1)), ANNA);
    journals.submit(draft.id(), ANNA);
    assertThat(recurring.due(org, JULY_31)).isEmpty();
    assertThatThrownBy(() -> recurring.end(draft.id(), JULY_31, "not yet", ANNA))
        .hasMessageContaining("There is no recurring journal");
  }

  private UUID scheduled(DayRule rule, boolean reverses) {
    var schedule = new Schedule(Frequency.MONTHLY, 1, MAY_1, false, rule, null, reverses);
    UUID id = journals.create(org, rent().by(schedule), ANNA).id();
    journals.submit(id, ANNA);
    processing.complete(id, null, Actor.of("ben"));
    return id;
  }

  private static JournalContent rent() {
    return JournalContent.of(
        MAY_1,
        "Rent",
        List.of(
            ManualLine.of("6100", Money.of("10.00", "EUR")),
            ManualLine.of("1010", Money.of("-10.00", "EUR"))));
  }

  private static List<String> labels(Readiness readiness) {
    return readiness.openItems().stream().map(item -> item.label()).toList();
  }
}
