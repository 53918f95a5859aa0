package org.countinghouse.reporting.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countinghouse.consolidation.SampleGroup;
import org.countinghouse.consolidation.SampleGroup.World;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.Statements;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Note;
import org.countinghouse.reporting.spi.ReportScope;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The statements of a month of ordinary business, of each company and of the group of them. */
@DatabaseTest
class GroupReportTests {

  private static final Map<String, String> MONTH =
      Map.of("from", "2025-01-01", "to", "2025-01-31", "detail", "accounts");
  private static final Map<String, String> END = Map.of("asOf", "2025-01-31", "detail", "accounts");

  @Autowired SampleGroup samples;
  @Autowired Statements statements;
  @Autowired Reports reports;

  @Test
  void statementsOfCompaniesAndOfTheirGroupTieAndLeaveOutBusinessBetweenThem() throws IOException {
    World world = samples.open("GBP");
    samples.post(world, YearMonth.of(2025, 1));
    for (Organization member : world.members().values()) {
      assertThat(statements.findings(member.id())).as(member.code()).isEmpty();
      assertTies(ReportScope.of(member), List.of("profit-and-loss", "cash-flow"), MONTH);
      assertTies(ReportScope.of(member), List.of("balance-sheet"), END);
    }
    ReportScope.OfGroup group = reports.group(world.group().code());
    assertTies(group, List.of("profit-and-loss"), MONTH);
    assertTies(group, List.of("balance-sheet"), END);

    ReportTable balanceSheet = reports.run("balance-sheet", group, END, Locale.ENGLISH);
    ReportTable profitAndLoss = reports.run("profit-and-loss", group, MONTH, Locale.ENGLISH);
    assertThat(amount(balanceSheet, "group-receivables")).isNull();
    assertThat(amount(balanceSheet, "financial-assets")).as("shares in members").isNull();
    assertThat(amount(balanceSheet, "result-current")).isEqualTo(amount(profitAndLoss, "profit"));
    Money companies = Money.zero(group.currency());
    ReportTable parent =
        reports.run("profit-and-loss", ReportScope.of(group.parent()), MONTH, Locale.ENGLISH);
    assertThat(amount(profitAndLoss, "revenue"))
        .as("what members sell each other is gone")
        .isGreaterThan(companies)
        .isNotEqualTo(amount(parent, "turnover"));
  }

  private void assertTies(ReportScope scope, List<String> names, Map<String, String> parameters)
      throws IOException {
    for (String name : names) {
      Reports.Prepared prepared = reports.prepare(name, scope, parameters, Locale.ENGLISH);
      assertThat(prepared.frame().findings()).as(name + " of " + scope.code()).isEmpty();
      assertThat(prepared.frame().notes()).extracting(Note::code).isSubsetOf("ties");
      if (Boolean.getBoolean("keep.reports")) {
        Path folder = Files.createDirectories(Path.of("target", "reports"));
        Path file = folder.resolve(name + "-" + scope.name().replace(' ', '-') + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
          reports.write(prepared, ReportFormat.XLSX, out);
        }
      }
    }
  }

  private static Money amount(ReportTable table, String line) {
    return table.rows().stream()
        .filter(row -> row.get(1) instanceof Label label && label.key().equals(line))
        .map(row -> ReportTable.amount(row.get(table.column("amount"))))
        .filter(money -> money != null)
        .filter(money -> !money.isZero())
        .findFirst()
        .orElse(null);
  }
}
