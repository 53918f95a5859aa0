package org.countinghouse.reporting.report.profitandloss;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.figures.Figures;
import org.countinghouse.reporting.spi.Chart;
import org.countinghouse.reporting.spi.Comparison;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.TableBuilder;
import org.countinghouse.reporting.statements.Statement;
import org.countinghouse.reporting.statements.StatementAmounts;
import org.countinghouse.reporting.statements.StatementDefinition;
import org.countinghouse.reporting.statements.StatementMapping;
import org.countinghouse.reporting.statements.StatementReport;
import org.countinghouse.reporting.statements.StatementTable;
import org.springframework.stereotype.Component;

/**
 * Income and expense from a day ({@code from}, the beginning of the fiscal year where absent) to a
 * day ({@code to}, today where absent) as the country of the organization presents them, or of a
 * group; beside an earlier period ({@code compare}); each line alone or with its accounts ({@code
 * detail}). Expenses are negative: every sum is the sum of what stands above it.
 */
@Component
class ProfitAndLossReport implements Report {

  static final String FROM = "from";
  static final String TO = "to";
  private static final String KNOWN_AT = "knownAt";

  private final StatementReport statements;

  ProfitAndLossReport(StatementReport statements) {
    this.statements = statements;
  }

  @Override
  public String name() {
    return "profit-and-loss";
  }

  @Override
  public Set<String> parameters() {
    return new TreeSet<>(Set.of(FROM, TO, KNOWN_AT, Comparison.PARAMETER, StatementTable.DETAIL));
  }

  @Override
  public boolean supportsGroups() {
    return true;
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
    Messages messages = Messages.beside(ProfitAndLossReport.class, request.locale());
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
      periods.add(amounts(request, definition, one, knownAt, mappings));
    }
    StatementTable statement =
        new StatementTable(
            table,
            request,
            periods,
            account -> StatementReport.ledgerOf(account, span.from(), span.to()));
    Map<String, Integer> rows = statement.write(definition, Statement.PROFIT_AND_LOSS);
    statements.tellFindings(statement, request.scope(), mappings, Statement.PROFIT_AND_LOSS);
    return table.chart(chart(messages, rows, spans.size())).build();
  }

  private StatementAmounts amounts(
      ReportRequest request,
      StatementDefinition definition,
      Span span,
      Instant knownAt,
      Function<Organization, StatementMapping> mappings) {
    var figures =
        statements.figures().movements(request.scope(), span.from(), span.to(), knownAt).stream()
            .filter(figure -> Statement.PROFIT_AND_LOSS.needs(figure.type()))
            .toList();
    return new StatementAmounts(request.scope(), definition, Statement.PROFIT_AND_LOSS)
        .add(figures, mappings);
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
            earlier -> {
              // the day before the first, so that a first of a month stays one
              LocalDate first = comparison.of(from.minusDays(1)).orElseThrow().plusDays(1);
              spans.add(new Span(first, earlier));
            });
    return spans;
  }

  /** The steps from revenue to profit. */
  private static Chart chart(Messages messages, Map<String, Integer> rows, int periods) {
    return new Chart(
        Chart.Kind.COLUMN,
        messages.text("title"),
        "line",
        periods > 1 ? List.of("amount", "previous") : List.of("amount"),
        rows.values().stream().sorted().toList());
  }
}
