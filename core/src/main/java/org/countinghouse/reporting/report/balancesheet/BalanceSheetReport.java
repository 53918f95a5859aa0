package org.countinghouse.reporting.report.balancesheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.figures.Figures;
import org.countinghouse.reporting.spi.Chart;
import org.countinghouse.reporting.spi.Comparison;
import org.countinghouse.reporting.spi.GroupBooks.Figure;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportScope;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.TableBuilder;
import org.countinghouse.reporting.statements.Statement;
import org.countinghouse.reporting.statements.StatementAmounts;
import org.countinghouse.reporting.statements.StatementDefinition;
import org.countinghouse.reporting.statements.StatementLine;
import org.countinghouse.reporting.statements.StatementMapping;
import org.countinghouse.reporting.statements.StatementReport;
import org.countinghouse.reporting.statements.StatementTable;
import org.springframework.stereotype.Component;

/**
 * Assets, liabilities and equity at the end of a day ({@code asOf}, today where absent) as the
 * country of the organization presents them, or of a group. The result of the fiscal year, and that
 * of earlier years that were not carried forward yet, are lines of equity, so both sides agree on
 * any day.
 */
@Component
class BalanceSheetReport implements Report {

  private static final String AS_OF = "asOf";
  private static final String KNOWN_AT = "knownAt";

  private final StatementReport statements;

  BalanceSheetReport(StatementReport statements) {
    this.statements = statements;
  }

  @Override
  public String name() {
    return "balance-sheet";
  }

  @Override
  public Set<String> parameters() {
    return new TreeSet<>(Set.of(AS_OF, KNOWN_AT, Comparison.PARAMETER, StatementTable.DETAIL));
  }

  @Override
  public boolean supportsGroups() {
    return true;
  }

  @Override
  public ReportTable run(ReportRequest request) {
    LocalDate asOf = request.dayOrToday(AS_OF);
    Instant knownAt = request.instantOrNow(KNOWN_AT);
    List<LocalDate> days = new ArrayList<>(List.of(asOf));
    request.comparison().of(asOf).ifPresent(days::add);
    StatementDefinition definition = statements.definition(request.scope());
    var mappings = statements.mappings(request.scope());
    Messages messages = Messages.beside(BalanceSheetReport.class, request.locale());
    TableBuilder table =
        statements
            .begin(name(), request, messages, days.stream().map(LocalDate::toString).toList())
            .parameter(AS_OF, asOf)
            .parameter(KNOWN_AT, knownAt)
            .parameter(Comparison.PARAMETER, request.comparison().text())
            .parameter(
                StatementTable.DETAIL,
                request.choice(StatementTable.DETAIL, StatementTable.DETAILS));
    List<StatementAmounts> periods = new ArrayList<>();
    for (LocalDate day : days) {
      periods.add(amounts(request.scope(), definition, day, knownAt, mappings));
    }
    StatementTable statement =
        new StatementTable(
            table,
            request,
            periods,
            account ->
                StatementReport.ledgerOf(
                    account, Figures.fiscalYearStart(request.scope(), asOf), asOf));
    Map<String, Integer> rows = statement.write(definition, Statement.BALANCE_SHEET);
    statements.tellFindings(statement, request.scope(), mappings, Statement.BALANCE_SHEET);
    return table.chart(chart(definition, messages, rows, days.size())).build();
  }

  private StatementAmounts amounts(
      ReportScope scope,
      StatementDefinition definition,
      LocalDate asOf,
      Instant knownAt,
      Function<Organization, StatementMapping> mappings) {
    Figures figures = statements.figures();
    List<Figure> balances = figures.balances(scope, asOf, knownAt);
    Money notCarried = result(scope, balances);
    LocalDate yearStart = Figures.fiscalYearStart(scope, asOf);
    Money ofTheYear = result(scope, figures.movements(scope, yearStart, asOf, knownAt));
    List<Figure> own =
        balances.stream().filter(figure -> Statement.BALANCE_SHEET.needs(figure.type())).toList();
    return new StatementAmounts(scope, definition, Statement.BALANCE_SHEET)
        .add(own, mappings)
        .result(StatementLine.Kind.RESULT_CURRENT, ofTheYear)
        .result(StatementLine.Kind.RESULT_PRIOR, notCarried.minus(ofTheYear));
  }

  /** Income less expense: a profit is positive. */
  private static Money result(ReportScope scope, List<Figure> figures) {
    return figures.stream()
        .filter(figure -> Statement.PROFIT_AND_LOSS.needs(figure.type()))
        .map(Figure::amount)
        .reduce(Money.zero(scope.currency()), Money::minus);
  }

  /** The sums, one beside the other. */
  private static Chart chart(
      StatementDefinition definition, Messages messages, Map<String, Integer> rows, int days) {
    List<Integer> sums =
        definition.lines(Statement.BALANCE_SHEET).stream()
            .filter(line -> line.kind() == StatementLine.Kind.SUM)
            .map(line -> rows.get(line.key()))
            .toList();
    return new Chart(
        Chart.Kind.BAR,
        messages.text("title"),
        "line",
        days > 1 ? List.of("amount", "previous") : List.of("amount"),
        sums);
  }
}
