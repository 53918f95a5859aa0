package org.countinghouse.procurement.report.opencommitments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.report.opencommitments.OpenCommitmentsMapper.Line;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.TableBuilder;
import org.springframework.stereotype.Component;

/**
 * What issued orders commit us to now: ordered, released by invoices, still to come; in base
 * currency at the rate of the day each was handed in, by account. Parameters: {@code account},
 * {@code costCentre}, all where absent.
 */
@Component
class OpenCommitmentsReport implements Report {

  private static final String ACCOUNT = "account";
  private static final String COST_CENTRE = "costCentre";

  private final OpenCommitmentsMapper mapper;
  private final Suppliers suppliers;

  OpenCommitmentsReport(OpenCommitmentsMapper mapper, Suppliers suppliers) {
    this.mapper = mapper;
    this.suppliers = suppliers;
  }

  @Override
  public String name() {
    return "open-commitments";
  }

  @Override
  public Set<String> parameters() {
    return new TreeSet<>(Set.of(ACCOUNT, COST_CENTRE));
  }

  @Override
  public ReportTable run(ReportRequest request) {
    Messages messages = Messages.beside(OpenCommitmentsReport.class, request.locale());
    TableBuilder table =
        new TableBuilder(name(), messages.text("title"), request, columns(messages));
    request.text(ACCOUNT).ifPresent(account -> table.parameter(ACCOUNT, account));
    request.text(COST_CENTRE).ifPresent(centre -> table.parameter(COST_CENTRE, centre));
    Map<String, List<Line>> accounts = new LinkedHashMap<>();
    mapper
        .list(
            request.organization().id(),
            request.text(ACCOUNT).orElse(null),
            request.text(COST_CENTRE).orElse(null))
        .forEach(
            line -> accounts.computeIfAbsent(line.account(), code -> new ArrayList<>()).add(line));
    Map<UUID, String> names = new HashMap<>();
    List<Integer> sums = new ArrayList<>();
    accounts.values().forEach(lines -> sums.add(write(table, request, lines, names)));
    table.total(0, sums, Label.of("total", messages));
    return table.build();
  }

  private static List<Column> columns(Messages messages) {
    return List.of(
        Column.text(ACCOUNT, messages),
        Column.text("name", messages),
        Column.text(COST_CENTRE, messages),
        Column.text("project", messages),
        Column.text("order", messages),
        Column.count("position", messages),
        Column.text("what", messages),
        Column.text("supplier", messages),
        Column.text("period", messages),
        Column.money("ordered", messages),
        Column.money("invoiced", messages),
        Column.money("committed", messages));
  }

  private int write(
      TableBuilder table, ReportRequest request, List<Line> lines, Map<UUID, String> names) {
    Line first = lines.get(0);
    table.heading(0, first.account(), first.accountName());
    List<Integer> details = new ArrayList<>();
    for (Line line : lines) {
      details.add(
          table.detail(
              1,
              line.account(),
              line.accountName(),
              line.costCentre(),
              line.project(),
              line.number(),
              (long) line.position(),
              line.what(),
              names.computeIfAbsent(line.supplierId(), this::name),
              YearMonth.from(line.period()).toString(),
              money(request, line.ordered()),
              money(request, line.invoiced()),
              money(request, line.committed())));
    }
    return table.subtotal(0, details, first.account(), first.accountName());
  }

  private String name(UUID supplierId) {
    return suppliers.find(supplierId).map(Supplier::name).orElse("");
  }

  private static Money money(ReportRequest request, BigDecimal stored) {
    return Money.rounded(stored, request.scope().currency(), RoundingMode.HALF_UP);
  }
}
