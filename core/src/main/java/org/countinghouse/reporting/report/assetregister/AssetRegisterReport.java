package org.countinghouse.reporting.report.assetregister;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.spi.Chart;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Link;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.Row;
import org.countinghouse.reporting.spi.Sum;
import org.countinghouse.reporting.spi.Sum.Term;
import org.countinghouse.reporting.spi.TableBuilder;
import org.springframework.stereotype.Component;

/**
 * How cost and what is written down of each asset moved between two days, by category (the movement
 * schedule of § 284 (3) HGB and IAS 16.73 (e)). Parameters: {@code from} (the start of the fiscal
 * year), {@code to} (the end of this month), {@code category}.
 */
@Component
class AssetRegisterReport implements Report {

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String CATEGORY = "category";

  private final AssetRegisterMapper mapper;

  AssetRegisterReport(AssetRegisterMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return "asset-register";
  }

  @Override
  public Set<String> parameters() {
    return new TreeSet<>(Set.of(FROM, TO, CATEGORY));
  }

  @Override
  public ReportTable run(ReportRequest request) {
    Messages messages = Messages.beside(AssetRegisterReport.class, request.locale());
    Organization organization = request.organization();
    LocalDate to = request.day(TO).orElseGet(() -> YearMonth.from(request.today()).atEndOfMonth());
    LocalDate from = request.day(FROM).orElseGet(() -> yearStart(organization, to));
    String category = request.text(CATEGORY).orElse(null);
    TableBuilder table =
        new TableBuilder(name(), messages.text("title"), request, columns(messages))
            .parameter(FROM, from)
            .parameter(TO, to)
            .difference("bookValue", "costClosing", "writtenClosing");
    if (category != null) {
      table.parameter(CATEGORY, category);
    }
    fill(
        table,
        mapper.list(organization.id(), from, to, category),
        organization.baseCurrency(),
        messages);
    return table.build();
  }

  private static LocalDate yearStart(Organization organization, LocalDate day) {
    int start = organization.fiscalYearStart().getMonthValue();
    YearMonth month = YearMonth.from(day);
    return month.minusMonths(Math.floorMod(month.getMonthValue() - start, 12L)).atDay(1);
  }

  private static List<Column> columns(Messages messages) {
    return List.of(
        Column.text("number", messages),
        Column.text("name", messages),
        Column.text("costCentre", messages),
        Column.day("inServiceOn", messages),
        Column.money("costOpening", messages),
        Column.money("additions", messages),
        Column.money("disposals", messages),
        Column.money("costClosing", messages),
        Column.money("writtenOpening", messages),
        Column.money("depreciation", messages),
        Column.money("impairment", messages),
        Column.money("writtenDisposals", messages),
        Column.money("writtenClosing", messages),
        Column.money("bookValue", messages));
  }

  private static void fill(
      TableBuilder table, List<AssetRegisterMapper.Row> rows, Currency base, Messages messages) {
    Map<String, List<AssetRegisterMapper.Row>> byCategory =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    AssetRegisterMapper.Row::category, LinkedHashMap::new, Collectors.toList()));
    List<Integer> subtotals = new ArrayList<>();
    byCategory.forEach(
        (category, assets) -> {
          table.heading(0, category, assets.get(0).categoryName());
          List<Integer> added = new ArrayList<>();
          assets.forEach(asset -> added.add(add(table, asset, base)));
          subtotals.add(table.subtotal(0, added, category, assets.get(0).categoryName()));
        });
    if (!subtotals.isEmpty()) {
      table.total(0, subtotals, Label.of("total", messages));
      table.chart(
          new Chart(
              Chart.Kind.BAR, messages.text("chart"), "name", List.of("bookValue"), subtotals));
    }
  }

  private static int add(TableBuilder table, AssetRegisterMapper.Row asset, Currency base) {
    int row = table.size();
    Money opening = money(asset.costOpening(), base);
    Money additions = money(asset.additions(), base);
    Money disposals = money(asset.disposals(), base);
    Money writtenOpening = money(asset.writtenOpening(), base);
    Money depreciation = money(asset.depreciation(), base);
    Money impairment = money(asset.impairment(), base);
    Money writtenDisposals = money(asset.writtenDisposals(), base);
    return table.add(
        Row.Kind.DETAIL,
        1,
        new Link(asset.number(), "/api/assets/" + asset.assetId()),
        asset.name(),
        asset.costCentre(),
        asset.inServiceOn(),
        opening,
        additions,
        disposals,
        new Sum(
            opening.plus(additions).minus(disposals),
            List.of(
                Term.plus("costOpening", row),
                Term.plus("additions", row),
                Term.minus("disposals", row))),
        writtenOpening,
        depreciation,
        impairment,
        writtenDisposals,
        new Sum(
            writtenOpening.plus(depreciation).plus(impairment).minus(writtenDisposals),
            List.of(
                Term.plus("writtenOpening", row),
                Term.plus("depreciation", row),
                Term.plus("impairment", row),
                Term.minus("writtenDisposals", row))));
  }

  /** Stored with four decimals; base amounts never use more than the currency has. */
  private static Money money(BigDecimal stored, Currency base) {
    return Money.rounded(stored, base, RoundingMode.UNNECESSARY);
  }
}
