package org.countinghouse.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.Periods;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class BookVerifierTests {

  @Autowired BookVerifier verifier;
  @Autowired Books books;
  @Autowired Ledger ledger;
  @Autowired Periods periods;
  @Autowired OwnerRole owner;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void soundBooksHaveNoViolation() {
    someBooks();
    assertThat(verifier.verify()).isNotEmpty().allMatch(CheckResult::holds);
    assertThat(verifier.verify()).allMatch(check -> check.proves().endsWith("."));
  }

  /** Each change, made past every guard, is seen by the check that is there for it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ledger/journals-balance | update finance.journal_lines set base_amount = base_amount + 1 where organization_id = '%s' and line_no = 1
          ledger/journals-balance | delete from finance.journal_lines where organization_id = '%s' and line_no = 2
          ledger/stored-balances | update finance.balances set base_debit = base_debit + 0.01 where organization_id = '%s'
          ledger/stored-balances | delete from finance.balances where organization_id = '%s'
          ledger/cost-centre-balances | insert into finance.cost_centre_balances select organization_id, 'CC100', account, period, currency, debit, credit, base_debit, base_credit, lines from finance.balances where organization_id = '%s'
          ledger/numbers-gapless | update finance.journals set number = number + 1 where organization_id = '%s' and number = 2
          ledger/contents-recompute | update finance.journals set description = 'Other' where organization_id = '%s' and number = 1
          ledger/contents-recompute | update finance.journal_lines set text = 'Other' where organization_id = '%s'
          ledger/chains-recompute | update finance.journals set content_hash = sha256('x') where organization_id = '%s' and number = 1
          ledger/chains-recompute | update finance.series set chain_hash = sha256('x') where organization_id = '%s'
          ledger/closed-periods | update finance.journals set recorded_at = recorded_at + interval '1 day' where organization_id = '%s' and number = 2
          ledger/closed-periods | update finance.periods set state = 'OPEN' where organization_id = '%s'
          ledger/maker-is-not-checker | update finance.journals set checker = maker where organization_id = '%s'
          ledger/organizations-agree | update finance.journals set fiscal_year = 1999 where organization_id = '%s' and number = 2
          """)
  void tamperingIsSeen(String check, String change) {
    UUID org = someBooks();
    List<CheckResult> results =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  owner.assume();
                  jdbc.execute("alter table finance.journals disable trigger user");
                  jdbc.execute("alter table finance.journal_lines disable trigger user");
                  jdbc.execute(
                      "alter table finance.journals drop constraint ck_journals__checker_is_not_maker");
                  jdbc.execute("alter table finance.journals drop constraint uq_journals__number");
                  assertThat(jdbc.update(change.formatted(org))).isPositive();
                  return verifier.verify();
                }));
    assertThat(results)
        .filteredOn(result -> !result.holds())
        .extracting(CheckResult::check)
        .contains(check);
  }

  private UUID someBooks() {
    UUID org = books.open();
    ledger.post(Books.rent(org, LocalDate.of(2025, 3, 10), "V-1", "100.00"), Books.MAKER);
    ledger.post(Books.rent(org, LocalDate.of(2025, 2, 10), "V-2", "100.00"), Books.MAKER);
    periods.close(org, YearMonth.of(2025, 2), Books.MAKER);
    return org;
  }
}
