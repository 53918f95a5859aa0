package org.countinghouse.reporting.report.budgetvsactual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.budgets.Budget;
import org.countinghouse.budgets.BudgetImport;
import org.countinghouse.budgets.Budgets;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class BudgetVsActualReportTests {

  @Autowired Books books;
  @Autowired Ledger ledger;
  @Autowired Budgets budgets;
  @Autowired BudgetImport imports;
  @Autowired Organizations organizations;
  @Autowired Reports reports;

  private UUID org = new UUID(0, 0);

  @BeforeEach
  void plannedAndBooked() {
    org = books.open();
    Budget budget =
        imports.run(
            new BudgetImport.Request(org, "BUDGET", 2025, "2025", "b.csv"),
            """
            account,cost_centre,2025-01,2025-02,2025-03
            4000,,1000,1000,1000
            6100,,300,300,300
            6200,CC100,50,50,50
            6200,CC200,20,20,20
            """
                .getBytes(StandardCharsets.UTF_8),
            Actor.of("accountant"));
    budgets.activate(budget.id(), Actor.of("controller"));
    ledger.post(Books.rent(org, LocalDate.of(2025, 1, 5), "R1", "310.00"), Books.MAKER);
    ledger.post(Books.rent(org, LocalDate.of(2025, 2, 5), "R2", "310.00"), Books.MAKER);
    supplies("CC100", "80.00");
    ledger.post(
        new JournalDraft(
            org,
            LocalDate.of(2025, 2, 20),
            "Sale",
            "ledger",
            "S1",
            List.of(
                DraftLine.debit("1010", eur("1800.00")), DraftLine.credit("4000", eur("1800.00")))),
        Books.MAKER);
  }

  @Test
  void monthYearToDateAndWhatIsLeftStandBesideEachOther() throws IOException {
    assertThat(rows(Map.of("period", "2025-02")))
        .containsExactly(
            "4000,Sales,,1000.00,1800.00,800.00,2000.00,1800.00,-200.00,-0.1000,3000.00,1200.00"
                + ",0.00,1200.00",
            "Total income,,,1000.00,1800.00,800.00,2000.00,1800.00,-200.00,-0.1000,3000.00,1200.00"
                + ",0.00,1200.00",
            "6100,Rent,,300.00,310.00,10.00,600.00,620.00,20.00,0.0333,900.00,280.00"
                + ",0.00,280.00",
            "6200,Office supplies,,70.00,80.00,10.00,140.00,80.00,-60.00,-0.4286,210.00,130.00"
                + ",0.00,130.00",
            "Total expense,,,370.00,390.00,20.00,740.00,700.00,-40.00,-0.0541,1110.00,410.00"
                + ",0.00,410.00",
            "Result,,,630.00,1410.00,780.00,1260.00,1100.00,-160.00,-0.1270,1890.00,790.00"
                + ",0.00,790.00");
  }

  @Test
  void costCentreSeesItsOwnPlanAndSpending() throws IOException {
    assertThat(rows(Map.of("period", "2025-02", "costCentre", "CC100", "by", "cost-centre")))
        .first()
        .isEqualTo(
            "6200,Office"
                + " supplies,CC100,50.00,80.00,30.00,100.00,80.00,-20.00,-0.2000,150.00,70.00,0.00,70.00");
  }

  @Test
  void withoutABudgetWhatWasBookedStandsBesideNothing() {
    ReportTable table =
        reports.run(
            "budget-vs-actual",
            organizations.byId(org),
            Map.of("period", "2025-02", "budget", "FORECAST"),
            Locale.GERMAN);
    assertThat(table.notes())
        .singleElement()
        .satisfies(note -> assertThat(note.text()).contains("FORECAST"));
    assertThat(table.rows()).isNotEmpty();
  }

  private List<String> rows(Map<String, String> parameters) throws IOException {
    ReportTable table =
        reports.run("budget-vs-actual", organizations.byId(org), parameters, Locale.ENGLISH);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    reports.write(table, ReportFormat.CSV, Locale.ENGLISH, out);
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .filter(line -> !line.toLowerCase(Locale.ROOT).contains("heading"))
        .map(line -> line.replaceAll(",[A-Za-z]+,\\d$", ""))
        .toList();
  }

  private void supplies(String costCentre, String amount) {
    ledger.post(
        new JournalDraft(
            org,
            LocalDate.of(2025, 2, 10),
            "Paper",
            "ledger",
            "P" + costCentre,
            List.of(
                DraftLine.debit("6200", eur(amount)).at(costCentre),
                DraftLine.credit("1010", eur(amount)))),
        Books.MAKER);
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
