package org.countinghouse.reporting.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.ledger.YearEnd;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.ChartBooks;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.StatementFinding;
import org.countinghouse.reporting.Statements;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Note;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.Row;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements of each country over its own chart: nothing missing, nothing double, all ties. */
@DatabaseTest
class StatementTests {

  private static final int JOURNALS = 150;

  @Autowired ChartBooks books;
  @Autowired Reports reports;
  @Autowired Statements statements;
  @Autowired ChartOfAccounts chart;
  @Autowired YearEnd yearEnd;
  @Autowired JdbcTemplate jdbc;

  @ParameterizedTest
  @ValueSource(strings = {"GB", "DE", "US"})
  void profitAndLossAndBalanceSheetUseEveryAccountOfTheChartExactlyOnce(String country) {
    assertThat(statements.findings(books.company(country).id())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB", "DE", "US"})
  void statementsTieOnAnyDayWhateverIsPostedAndAgreeWithPlainSql(String country) {
    Organization company = books.company(country);
    books.postAtRandom(company, JOURNALS, 11);
    Random random = new Random(5);
    for (int i = 0; i < 6; i++) {
      LocalDate from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400));
      LocalDate to = from.plusDays(random.nextInt(300));
      ReportTable profitAndLoss = run("profit-and-loss", company, from, to);
      ReportTable balanceSheet = run("balance-sheet", company, Map.of("asOf", to.toString()));
      ReportTable cashFlow = run("cash-flow", company, from, to);

      for (ReportTable table : List.of(profitAndLoss, balanceSheet, cashFlow)) {
        assertThat(table.findings()).as("%s of %s to %s", table.report(), from, to).isEmpty();
      }
      assertThat(balanceSheet.notes()).extracting(Note::code).containsExactly("ties");
      assertThat(cashFlow.notes()).extracting(Note::code).containsExactly("ties");
      assertThat(amount(profitAndLoss, "profit").amount())
          .isEqualByComparingTo(profitBySql(company, from, to));
    }
  }

  @Test
  void carryingAYearForwardMovesNoIncomeAndNoExpenseOfAnyPeriod() {
    Organization company = books.company("DE");
    books.post(company, LocalDate.of(2024, 3, 1), "1800", "4400", "1000.00");
    books.post(company, LocalDate.of(2024, 4, 1), "6310", "1800", "300.00");
    books.post(company, LocalDate.of(2025, 2, 1), "1800", "4400", "50.00");
    LocalDate march = LocalDate.of(2025, 3, 31);
    ReportTable before = run("balance-sheet", company, Map.of("asOf", march.toString()));
    assertThat(amount(before, "result-prior")).isEqualTo(Money.of("700.00", "EUR"));
    assertThat(amount(before, "result-current")).isEqualTo(Money.of("50.00", "EUR"));

    books.close(company, 2024);
    yearEnd.carryForward(company.id(), 2024, ChartBooks.MAKER);

    ReportTable after = run("balance-sheet", company, Map.of("asOf", march.toString()));
    assertThat(amount(after, "retained-profit")).isEqualTo(Money.of("700.00", "EUR"));
    assertThat(amount(after, "result-current")).isEqualTo(Money.of("50.00", "EUR"));
    assertThat(amount(after, "total-assets")).isEqualTo(amount(before, "total-assets"));
    ReportTable years =
        run(
            "profit-and-loss",
            company,
            Map.of("from", "2025-01-01", "to", "2025-03-31", "compare", "previous-year"));
    assertThat(amount(years, "profit")).isEqualTo(Money.of("50.00", "EUR"));
    assertThat(previous(years, "profit")).isEqualTo(Money.of("1000.00", "EUR"));
    ReportTable cashFlow =
        run("cash-flow", company, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31));
    assertThat(cashFlow.findings()).isEmpty();
    assertThat(amount(cashFlow, "cash-opening")).isEqualTo(Money.of("700.00", "EUR"));
  }

  @Test
  void anAccountThatNoLineTakesIsFoundAndItsAmountShownUntilItIsAssigned() {
    Organization company = books.company("GB");
    chart.create(
        company.id(),
        List.of(NewAccount.of("8900X", "Donations", AccountType.EXPENSE)),
        ChartBooks.MAKER);
    chart.create(
        company.id(),
        List.of(NewAccount.of("9500", "Crypto", AccountType.ASSET)),
        ChartBooks.MAKER);
    books.post(company, LocalDate.of(2025, 1, 5), "9500", "1200", "70.00");

    assertThat(statements.findings(company.id()))
        .extracting(StatementFinding::kind, StatementFinding::statement, StatementFinding::account)
        .containsExactly(
            tuple(StatementFinding.Kind.MISSING, "balance-sheet", "9500"),
            tuple(StatementFinding.Kind.MISSING, "cash-flow", "9500"));
    ReportTable found = run("balance-sheet", company, Map.of("asOf", "2025-01-31"));
    assertThat(found.findings()).extracting(Note::code).containsExactly("account-missing");
    assertThat(amount(found, "unassigned")).isEqualTo(Money.of("70.00", "GBP"));
    assertThat(amount(found, "net-assets").isZero()).isTrue();

    statements.assign(company.id(), "balance-sheet", "9500", "cash", ChartBooks.MAKER);
    statements.assign(company.id(), "cash-flow", "9500", "change-in-debtors", ChartBooks.MAKER);
    assertThat(statements.findings(company.id())).isEmpty();
    ReportTable assigned = run("balance-sheet", company, Map.of("asOf", "2025-01-31"));
    assertThat(assigned.findings()).isEmpty();
    assertThat(amount(assigned, "cash").isZero()).isTrue();
    assertThatThrownBy(
            () ->
                statements.assign(
                    company.id(), "profit-and-loss", "9500", "turnover", ChartBooks.MAKER))
        .hasMessageContaining("9500");
  }

  @Test
  void doubleAndUnknownAccountsAreFound() {
    StatementMapping mapping =
        new StatementMapping(
            new StatementDefinition(
                "test",
                List.of(
                    line("sales", "4000-4999"), line("other", "4900-4950"), line("gone", "4711"))),
            List.of(
                new StatementMapping.Entry("4000", "Sales", AccountType.INCOME, true),
                new StatementMapping.Entry("4900", "Other", AccountType.INCOME, true),
                new StatementMapping.Entry("4999X", "Below the last", AccountType.INCOME, true)),
            Map.of());

    assertThat(mapping.findings())
        .extracting(StatementFinding::kind, StatementFinding::account, StatementFinding::lines)
        .containsExactly(
            tuple(StatementFinding.Kind.DOUBLE, "4900", List.of("sales", "other")),
            tuple(StatementFinding.Kind.UNKNOWN, "4711", List.of("gone")));
  }

  private static StatementLine line(String key, String members) {
    return new StatementLine(
        Statement.PROFIT_AND_LOSS,
        key,
        StatementLine.Kind.LINE,
        0,
        true,
        key,
        key,
        List.of(members),
        null);
  }

  private ReportTable run(String report, Organization company, LocalDate from, LocalDate to) {
    return run(report, company, Map.of("from", from.toString(), "to", to.toString()));
  }

  private ReportTable run(String report, Organization company, Map<String, String> parameters) {
    return reports.run(report, company, parameters, Locale.ENGLISH);
  }

  private static Money amount(ReportTable table, String line) {
    return cell(table, line, "amount");
  }

  private static Money previous(ReportTable table, String line) {
    return cell(table, line, "previous");
  }

  private static Money cell(ReportTable table, String line, String column) {
    return table.rows().stream()
        .filter(row -> row.kind() != Row.Kind.HEADING)
        .filter(row -> row.get(1) instanceof Label label && label.key().equals(line))
        .map(row -> ReportTable.amount(row.get(table.column(column))))
        .findFirst()
        .orElseThrow(() -> new AssertionError(line + " is not in " + table.rows()));
  }

  private BigDecimal profitBySql(Organization company, LocalDate from, LocalDate to) {
    return jdbc.queryForObject(
        """
        select coalesce(-sum(l.base_amount), 0)
          from finance.journal_lines l
          join finance.accounts a on a.organization_id = l.organization_id and a.code = l.account
         where l.organization_id = ? and l.posting_date between ? and ?
           and a.type in ('INCOME', 'EXPENSE')
        """,
        BigDecimal.class,
        company.id(),
        from,
        to);
  }
}
