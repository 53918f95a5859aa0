package org.countinghouse.reporting.report.cashflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
 * How the profit of a period became cash, by the indirect method (IAS 7, DRS 21): profit, what of
 * it moved no cash, what other accounts took or gave. It must lead from the cash the books show
 * before the period to the cash they show at its end, and says whether it does. Balances taken over
 * from another system moved no cash: they count as there before.
 */
@Component
class CashFlowReport implements Report {

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String KNOWN_AT = "knownAt";

  private final StatementReport statements;

  CashFlowReport(StatementReport statements) {
    this.statements = statements;
  }

  @Override
  public String name() {
    return "cash-flow";
  }

  @Override
  public Set<String> parameters() {
    return new TreeSet<>(Set.of(FROM, TO, KNOWN_AT, Comparison.PARAMETER, StatementTable.DETAIL));
  }

  /** A period of the report. */
  private record Span(LocalDate from, LocalDate to) {

    @Override
    public String toString() {
      return from + " – " + to;
    }
  }

  @Override
  public ReportTable run(ReportRequest request) {
    Instant knownAt = request.instantOrNow(KNOWN_AT);
    List<Span> spans = spans(request);
    Span span = spans.get(0);
    StatementDefinition definition = statements.definition(request.scope());
    var mappings = statements.mappings(request.scope());
    Messages messages = Messages.beside(CashFlowReport.class, request.locale());
    TableBuilder table =
        statements
            .begin(name(), request, messages, spans.stream().map(Span::toString).toList())
            .parameter(FROM, span.from())
            .parameter(TO, span.to())
            .parameter(KNOWN_AT, knownAt)
            .parameter(Comparison.PARAMETER, request.comparison().text())
            .parameter(
                StatementTable.DETAIL,
                request.choice(StatementTable.DETAIL, StatementTable.DETAILS));
    List<StatementAmounts> periods = new ArrayList<>();
    for (Span one : spans) {
      periods.add(amounts(request.scope(), definition, one, knownAt, mappings));
    }
    StatementTable statement =
        new StatementTable(
            table,
            request,
            periods,
            account -> StatementReport.ledgerOf(account, span.from(), span.to()));
    Map<String, Integer> rows = statement.write(definition, Statement.CASH_FLOW);
    statements.tellFindings(statement, request.scope(), mappings, Statement.CASH_FLOW);
    return table.chart(chart(definition, messages, rows, spans.size())).build();
  }

  private StatementAmounts amounts(
      ReportScope scope,
      StatementDefinition definition,
      Span span,
      Instant knownAt,
      Function<Organization, StatementMapping> mappings) {
    Organization organization = scope.members().get(0);
    Figures figures = statements.figures();
    Map<String, Money> openings = figures.openings(organization, span.from(), span.to(), knownAt);
    List<Figure> moved = new ArrayList<>();
    for (Figure figure : figures.movements(scope, span.from(), span.to(), knownAt)) {
      moved.add(less(figure, openings));
    }
    Map<String, Money> opening = new HashMap<>(openings);
    figures
        .balances(scope, span.from().minusDays(1), knownAt)
        .forEach(figure -> opening.merge(figure.account(), figure.amount(), Money::plus));
    Map<String, Money> closing = new HashMap<>();
    figures
        .balances(scope, span.to(), knownAt)
        .forEach(figure -> closing.put(figure.account(), figure.amount()));
    return new StatementAmounts(scope, definition, Statement.CASH_FLOW)
        .add(moved, mappings)
        .result(StatementLine.Kind.PROFIT, profit(scope, moved))
        .result(StatementLine.Kind.CASH_OPENING, cash(scope, definition, opening))
        .result(StatementLine.Kind.CASH_CLOSING, cash(scope, definition, closing));
  }

  private static Figure less(Figure figure, Map<String, Money> openings) {
    Money opening = openings.get(figure.account());
    return opening == null
        ? figure
        : new Figure(
            figure.member(),
            figure.account(),
            figure.name(),
            figure.type(),
            figure.source(),
            figure.amount().minus(opening));
  }

  private static Money profit(ReportScope scope, List<Figure> moved) {
    return moved.stream()
        .filter(figure -> Statement.PROFIT_AND_LOSS.needs(figure.type()))
        .map(Figure::amount)
        .reduce(Money.zero(scope.currency()), Money::minus);
  }

  /** What stands on the accounts of cash. */
  private static Money cash(
      ReportScope scope, StatementDefinition definition, Map<String, Money> balances) {
    StatementLine line =
        definition.lines(Statement.CASH_FLOW).stream()
            .filter(one -> one.kind() == StatementLine.Kind.CASH_CLOSING)
            .findFirst()
            .orElseThrow();
    return balances.entrySet().stream()
        .filter(entry -> line.names(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Money.zero(scope.currency()), Money::plus);
  }

  private static List<Span> spans(ReportRequest request) {
    LocalDate to = request.dayOrToday(TO);
    LocalDate from =
        request.day(FROM).orElseGet(() -> Figures.fiscalYearStart(request.scope(), to));
    List<Span> spans = new ArrayList<>(List.of(new Span(from, to)));
    Comparison comparison = request.comparison();
    comparison
        .of(to)
        .ifPresent(
            earlier ->
                spans.add(
                    new Span(comparison.of(from.minusDays(1)).orElseThrow().plusDays(1), earlier)));
    return spans;
  }

  /** What operations, investments and financing brought. */
  private static Chart chart(
      StatementDefinition definition, Messages messages, Map<String, Integer> rows, int spans) {
    List<Integer> sums =
        definition.lines(Statement.CASH_FLOW).stream()
            .filter(
                line ->
                    line.kind() == StatementLine.Kind.SUM
                        || line.kind() == StatementLine.Kind.TOTAL)
            .map(line -> rows.get(line.key()))
            .toList();
    return new Chart(
        Chart.Kind.COLUMN,
        messages.text("title"),
        "line",
        spans > 1 ? List.of("amount", "previous") : List.of("amount"),
        sums);
  }
}
