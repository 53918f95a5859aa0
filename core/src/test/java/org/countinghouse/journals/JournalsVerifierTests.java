package org.countinghouse.journals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.ledger.Books;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes made past every guard to manual journals, schedules and accruals are seen. */
@DatabaseTest
class JournalsVerifierTests {

  private static final Actor ANNA = Actor.of("anna");
  private static final Actor BEN = Actor.of("ben");
  private static final LocalDate MARCH_31 = LocalDate.of(2025, 3, 31);

  @Autowired BookVerifier verifier;
  @Autowired Books books;
  @Autowired ManualJournals journals;
  @Autowired ManualJournalProcessing processing;
  @Autowired RecurringJournals recurring;
  @Autowired Accruals accruals;
  @Autowired OwnerRole owner;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          journals/posted-as-documents-say | update finance.manual_journals set posting_date = posting_date - 1 where organization_id = '%s' and state = 'POSTED'
          journals/posted-as-documents-say | update finance.manual_journals set number = 'MJ-2025-000009' where organization_id = '%s' and state = 'POSTED'
          journals/maker-is-not-checker | update finance.manual_journals set submitted_by = approved_by where organization_id = '%s'
          journals/maker-is-not-checker | update finance.manual_journals set approved_by = null where organization_id = '%s' and state = 'SCHEDULED'
          journals/numbers-gapless | update finance.manual_journal_series set last_number = 7 where organization_id = '%s'
          journals/recurring-posted-once | delete from finance.recurring_postings where organization_id = '%s'
          journals/accruals-reversed-by-mirrors | update finance.accruals set reverse_on = reverse_on + 40 where organization_id = '%s'
          """)
  void tamperingIsSeen(String check, String change) {
    UUID org = worked();
    assertThat(failing(verifier.verify())).doesNotContain(check);
    List<CheckResult> results =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  owner.assume();
                  jdbc.execute("alter table finance.manual_journals disable trigger user");
                  jdbc.execute("alter table finance.recurring_postings disable trigger user");
                  jdbc.execute(
                      "alter table finance.manual_journals"
                          + " drop constraint ck_manual_journals__approver_is_not_maker");
                  assertThat(jdbc.update(change.formatted(org))).isPositive();
                  return verifier.verify();
                }));
    assertThat(failing(results)).contains(check);
  }

  private static List<String> failing(List<CheckResult> results) {
    return results.stream().filter(result -> !result.holds()).map(CheckResult::check).toList();
  }

  /** A posted accrual that was undone, and a recurring journal that was posted once. */
  private UUID worked() {
    UUID org = books.open();
    UUID accrual = submitted(org, content().reversedOn(MARCH_31.plusDays(1)));
    processing.complete(accrual, null, BEN);
    accruals.reverse(accruals.due(org, MARCH_31.plusDays(1)).get(0), ANNA);
    UUID rent = submitted(org, content().by(Schedule.monthly(MARCH_31)));
    processing.complete(rent, null, BEN);
    recurring.post(recurring.due(org, MARCH_31).get(0), ANNA);
    return org;
  }

  private UUID submitted(UUID org, JournalContent content) {
    UUID id = journals.create(org, content, ANNA).id();
    journals.submit(id, ANNA);
    return id;
  }

  private static JournalContent content() {
    return JournalContent.of(
        MARCH_31,
        "Rent",
        List.of(
            ManualLine.of("6100", Money.of("10.00", "EUR")),
            ManualLine.of("1010", Money.of("-10.00", "EUR"))));
  }
}
