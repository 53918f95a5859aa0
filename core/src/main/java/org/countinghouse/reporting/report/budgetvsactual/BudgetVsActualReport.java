package org.countinghouse.reporting.report.budgetvsactual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.ReportingError;
import org.countinghouse.reporting.report.budgetvsactual.BudgetVsActualMapper.Query;
import org.countinghouse.reporting.spi.Chart;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Note;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.Row;
import org.countinghouse.reporting.spi.TableBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was planned and what was booked, in a month and from the start of its fiscal year, what is
 * left of the year, and what of that is ordered already. Parameters: {@code period} (2026-10, this
 * month where absent), {@code budget} (BUDGET), {@code version} (the one in force), {@code
 * costCentre}, {@code by} ({@code account}, {@code cost-centre}).
 *
 * <p>Income and expense are both positive; a variance is actual less budget. What was booked
 * without being planned is shown beside nothing, it is what a controller looks for.
 */
@Component
class BudgetVsActualReport implements Report {

  private static final String PERIOD = "period";
  private static final String BUDGET = "budget";
  private static final String VERSION = "version";
  private static final String COST_CENTRE = "costCentre";
  private static final String BY = "by";
  private static final String IN_FORCE = "in-force";
  private static final List<String> GRAINS = List.of("account", "cost-centre");
  private static final int CHARTED_MAX = 12;

  private final BudgetVsActualMapper mapper;

  BudgetVsActualReport(BudgetVsActualMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return "budget-vs-actual";
  }

  @Override
  public Set<String> parameters() {
    return new TreeSet<>(Set.of(PERIOD, BUDGET, VERSION, COST_CENTRE, BY));
  }

  @Override
  public ReportTable run(ReportRequest request) {
    Messages messages = Messages.beside(BudgetVsActualReport.class, request.locale());
    Query wanted = query(request);
    Integer version = mapper.findVersion(wanted);
    TableBuilder table =
        new TableBuilder(name(), messages.text("title"), request, columns(messages))
            .parameter(PERIOD, YearMonth.from(wanted.month()).toString())
            .parameter(BUDGET, wanted.code())
            .parameter(VERSION, version == null ? IN_FORCE : version.toString())
            .parameter(BY, request.choice(BY, GRAINS));
    if (wanted.costCentre() != null) {
      table.parameter(COST_CENTRE, wanted.costCentre());
    }
    table
        .difference("varianceMonth", "actualMonth", "budgetMonth")
        .difference("varianceToDate", "actualToDate", "budgetToDate")
        .ratio("varianceShare", "varianceToDate", "budgetToDate")
        .difference("remaining", "budgetYear", "actualToDate")
        .difference("available", "remaining", "committed");
    if (version == null) {
      table.note(
          Note.information(
              "no-budget",
              messages.text("noBudget").formatted(wanted.code(), wanted.fiscalYear())));
    }
    Query exact =
        new Query(
            wanted.organizationId(),
            wanted.code(),
            wanted.fiscalYear(),
            version == null ? Integer.valueOf(0) : version,
            wanted.yearStart(),
            wanted.month(),
            wanted.costCentre(),
            wanted.byCostCentre());
    fill(table, mapper.list(exact), request.organization().baseCurrency(), messages);
    return table.build();
  }

  private static Query query(ReportRequest request) {
    Organization organization = request.organization();
    YearMonth period = request.month(PERIOD).orElseGet(() -> YearMonth.from(request.today()));
    int start = organization.fiscalYearStart().getMonthValue();
    YearMonth yearStart = period.minusMonths(Math.floorMod(period.getMonthValue() - start, 12L));
    return new Query(
        organization.id(),
        request.text(BUDGET).orElse("BUDGET"),
        yearStart.plusMonths(11).getYear(),
        request
            .text(VERSION)
            .filter(text -> !text.equals(IN_FORCE))
            .map(BudgetVsActualReport::version)
            .orElse(null),
        yearStart.atDay(1),
        period.atDay(1),
        request.text(COST_CENTRE).orElse(null),
        request.choice(BY, GRAINS).equals("cost-centre"));
  }

  private static Integer version(String written) {
    if (!written.matches("[1-9]\\d{0,5}")) {
      throw ReportingError.PARAMETER_INVALID.with(
          VERSION, "the number of a version, or " + IN_FORCE, written);
    }
    return Integer.valueOf(written);
  }

  private static List<Column> columns(Messages messages) {
    return List.of(
        Column.text("account", messages),
        Column.text("name", messages),
        Column.text("costCentre", messages),
        Column.money("budgetMonth", messages),
        Column.money("actualMonth", messages),
        Column.money("varianceMonth", messages),
        Column.money("budgetToDate", messages),
        Column.money("actualToDate", messages),
        Column.money("varianceToDate", messages),
        Column.percent("varianceShare", messages),
        Column.money("budgetYear", messages),
        Column.money("remaining", messages),
        Column.money("committed", messages),
        Column.money("available", messages));
  }

  private static void fill(
      TableBuilder table, List<BudgetVsActualMapper.Row> rows, Currency base, Messages messages) {
    Integer income = section(table, rows, "INCOME", "income", "totalIncome", base, messages);
    List<Integer> spent = new ArrayList<>();
    Integer expense =
        section(table, rows, "EXPENSE", "expense", "totalExpense", base, messages, spent);
    if (income != null || expense != null) {
      table.addSum(
          Row.Kind.TOTAL,
          0,
          income == null ? List.of() : List.of(income),
          expense == null ? List.of() : List.of(expense),
          Label.of("result", messages));
    }
    section(table, rows, "", "other", "totalOther", base, messages);
    if (!spent.isEmpty()) {
      List<Integer> largest =
          spent.stream()
              .sorted(
                  Comparator.comparing((Integer row) -> table.amount(row, "actualToDate"))
                      .reversed()
                      .thenComparing(Comparator.naturalOrder()))
              .limit(CHARTED_MAX)
              .sorted()
              .toList();
      table.chart(
          new Chart(
              Chart.Kind.BAR,
              messages.text("chart"),
              "name",
              List.of("budgetToDate", "actualToDate"),
              largest));
    }
  }

  private static @Nullable Integer section(
      TableBuilder table,
      List<BudgetVsActualMapper.Row> rows,
      String type,
      String heading,
      String total,
      Currency base,
      Messages messages) {
    return section(table, rows, type, heading, total, base, messages, new ArrayList<>());
  }

  /** Null when there is nothing in it. */
  private static @Nullable Integer section(
      TableBuilder table,
      List<BudgetVsActualMapper.Row> rows,
      String type,
      String heading,
      String total,
      Currency base,
      Messages messages,
      List<Integer> added) {
    List<BudgetVsActualMapper.Row> own =
        rows.stream()
            .filter(
                row ->
                    type.isEmpty()
                        ? !row.type().equals("INCOME") && !row.type().equals("EXPENSE")
                        : row.type().equals(type))
            .toList();
    if (own.isEmpty()) {
      return null;
    }
    table.heading(0, Label.of(heading, messages));
    for (BudgetVsActualMapper.Row row : own) {
      added.add(
          table.detail(
              1,
              row.account(),
              row.name(),
              row.costCentre(),
              shown(row, row.plannedMonth(), base),
              shown(row, row.actualMonth(), base),
              null,
              shown(row, row.plannedToDate(), base),
              shown(row, row.actualToDate(), base),
              null,
              null,
              shown(row, row.plannedYear(), base),
              null,
              shown(row, row.committed(), base)));
    }
    return table.subtotal(0, added, Label.of(total, messages));
  }

  /** Debit positive for what we own and spend, credit positive for what we owe and earn. */
  private static Money shown(BudgetVsActualMapper.Row row, BigDecimal amount, Currency base) {
    boolean debit = row.type().equals("EXPENSE") || row.type().equals("ASSET");
    // stored with four decimals; base amounts never use more than the currency has
    Money money = Money.rounded(amount, base, RoundingMode.UNNECESSARY);
    return debit ? money : money.negated();
  }
}
