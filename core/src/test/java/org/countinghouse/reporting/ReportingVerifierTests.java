package org.countinghouse.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes made past every guard to schedules and assignments are seen. */
@DatabaseTest
class ReportingVerifierTests {

  @Autowired BookVerifier verifier;
  @Autowired ChartBooks books;
  @Autowired Statements statements;
  @Autowired ReportSchedules schedules;
  @Autowired OwnerRole owner;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reporting/statement-assignments | update finance.statement_assignments set statement = 'profit-and-loss' where organization_id = '%s'
          reporting/report-deliveries | update finance.report_deliveries set due_at = due_at - interval '1 day' where organization_id = '%s'
          """)
  void tamperingIsSeen(String check, String change) {
    Organization company = books.company("GB");
    statements.assign(company.id(), "balance-sheet", "1290", "cash", ChartBooks.MAKER);
    ReportSchedule schedule =
        schedules.create(
            company.id(),
            new ReportSchedule.Wish(
                "daily", "trial-balance", ReportFormat.CSV, "en", Map.of(), "0 0 6 * * *"),
            ChartBooks.MAKER);
    assertThat(schedules.takeNow(schedule.id())).isPresent();
    assertThat(verifier.verify()).filteredOn(result -> !result.holds()).isEmpty();
    List<CheckResult> results =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  owner.assume();
                  assertThat(jdbc.update(change.formatted(company.id()))).isPositive();
                  return verifier.verify();
                }));
    assertThat(results)
        .filteredOn(result -> !result.holds())
        .extracting(CheckResult::check)
        .containsExactly(check);
  }
}
