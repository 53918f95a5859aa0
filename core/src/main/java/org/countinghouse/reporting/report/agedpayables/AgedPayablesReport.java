package org.countinghouse.reporting.report.agedpayables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.report.agedpayables.AgedPayablesMapper.Item;
import org.countinghouse.reporting.spi.Chart;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Link;
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
 * What was owed to whom at the end of any day ({@code asOf}), by how long it had been due, in base
 * currency at the rate it was booked at; credit notes are negative. It says whether the sum is the
 * balance of the control accounts on that day. {@code detail=suppliers} leaves the invoices out.
 */
@Component
class AgedPayablesReport implements Report {

  private static final String AS_OF = "asOf";
  private static final String DETAIL = "detail";
  private static final List<String> DETAILS = List.of("invoices", "suppliers");

  /** Last days past due of the second to the fourth bucket. */
  private static final int[] DAYS = {30, 60, 90};

  private static final List<String> BUCKETS =
      List.of("notDue", "days30", "days60", "days90", "older");

  /** Columns between the supplier's name and the amounts. */
  private static final int INVOICE_COLUMNS = 8;

  private static final String TOTAL = "total";

  /** Suppliers in the picture. */
  private static final int CHARTED_MAX = 15;

  private final AgedPayablesMapper mapper;

  AgedPayablesReport(AgedPayablesMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return "aged-payables";
  }

  @Override
  public Set<String> parameters() {
    return new TreeSet<>(Set.of(AS_OF, DETAIL));
  }

  @Override
  public ReportTable run(ReportRequest request) {
    LocalDate asOf = request.dayOrToday(AS_OF);
    boolean invoices = request.choice(DETAIL, DETAILS).equals(DETAILS.get(0));
    Messages messages = Messages.beside(AgedPayablesReport.class, request.locale());
    TableBuilder table =
        new TableBuilder(name(), messages.text("title"), request, columns(messages))
            .parameter(AS_OF, asOf)
            .parameter(DETAIL, request.choice(DETAIL, DETAILS));
    Map<String, List<Item>> suppliers = new LinkedHashMap<>();
    mapper
        .listOpen(request.organization().id(), asOf)
        .forEach(
            item ->
                suppliers
                    .computeIfAbsent(item.supplierNumber(), number -> new ArrayList<>())
                    .add(item));
    List<Integer> sums = new ArrayList<>();
    for (List<Item> items : suppliers.values()) {
      sums.add(
          invoices
              ? writeInvoices(table, request, items, asOf)
              : writeSupplier(table, request, items, asOf));
    }
    int total = table.total(0, sums, null, Label.of(TOTAL, messages));
    tie(table, request, messages, asOf, table.amount(total, TOTAL));
    return table.chart(chart(table, messages, sums)).build();
  }

  private static List<Column> columns(Messages messages) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("supplier", messages),
                Column.text("name", messages),
                Column.text("document", messages),
                Column.text("invoice", messages),
                Column.day("postedOn", messages),
                Column.day("dueOn", messages),
                Column.count("daysOverdue", messages),
                Column.text("held", messages),
                Column.text("currency", messages),
                Column.number("openAmount", messages)));
    BUCKETS.forEach(bucket -> columns.add(Column.money(bucket, messages)));
    columns.add(Column.money(TOTAL, messages));
    return columns;
  }

  private int writeInvoices(
      TableBuilder table, ReportRequest request, List<Item> items, LocalDate asOf) {
    Item first = items.get(0);
    table.heading(0, first.supplierNumber(), first.supplierName());
    List<Integer> details = new ArrayList<>();
    Messages messages = Messages.beside(AgedPayablesReport.class, request.locale());
    for (Item item : items) {
      List<Object> cells = new ArrayList<>();
      long overdue = ChronoUnit.DAYS.between(item.dueOn(), asOf);
      cells.add(item.supplierNumber());
      cells.add(item.supplierName());
      cells.add(
          new Link(
              item.documentNumber(),
              "/api/reporting/reports/document-audit?organization="
                  + request.scope().code()
                  + "&document="
                  + item.documentNumber()
                  + "&format=xlsx"));
      cells.add(item.supplierInvoiceNumber());
      cells.add(item.postedOn());
      cells.add(item.dueOn());
      cells.add(Math.max(0, overdue));
      cells.add(item.held() ? Label.of("isHeld", messages) : "");
      cells.add(item.currency());
      cells.add(decimals(item.openAmount(), item.currency()));
      cells.addAll(buckets(request, List.of(item), asOf));
      details.add(table.add(Row.Kind.DETAIL, 1, cells.toArray()));
    }
    return table.subtotal(0, details, first.supplierNumber(), first.supplierName());
  }

  private static int writeSupplier(
      TableBuilder table, ReportRequest request, List<Item> items, LocalDate asOf) {
    Item first = items.get(0);
    List<@Nullable Object> all =
        new ArrayList<>(Arrays.asList(first.supplierNumber(), first.supplierName()));
    all.addAll(Collections.nCopies(INVOICE_COLUMNS, null));
    all.addAll(buckets(request, items, asOf));
    return table.add(Row.Kind.DETAIL, 0, all.toArray());
  }

  /** The amounts by bucket, and their sum. */
  private static List<Money> buckets(ReportRequest request, List<Item> items, LocalDate asOf) {
    Currency base = request.scope().currency();
    Money[] buckets = new Money[BUCKETS.size() + 1];
    Arrays.fill(buckets, Money.zero(base));
    for (Item item : items) {
      Money open = new Money(item.openBaseAmount(), base);
      int bucket = bucket(ChronoUnit.DAYS.between(item.dueOn(), asOf));
      buckets[bucket] = buckets[bucket].plus(open);
      buckets[BUCKETS.size()] = buckets[BUCKETS.size()].plus(open);
    }
    return List.of(buckets);
  }

  private static int bucket(long daysOverdue) {
    if (daysOverdue <= 0) {
      return 0;
    }
    int bucket = 1;
    while (bucket <= DAYS.length && daysOverdue > DAYS[bucket - 1]) {
      bucket++;
    }
    return bucket;
  }

  private static BigDecimal decimals(BigDecimal amount, String currency) {
    return amount.setScale(Currency.getInstance(currency).getDefaultFractionDigits());
  }

  private void tie(
      TableBuilder table, ReportRequest request, Messages messages, LocalDate asOf, Money total) {
    Money control =
        new Money(
            mapper.controlBalance(request.organization().id(), asOf.withDayOfMonth(1), asOf),
            request.scope().currency());
    table.note(
        control.equals(total)
            ? Note.information("ties", messages.text("ties").formatted(control))
            : Note.finding("does-not-tie", messages.text("doesNotTie").formatted(control, total)));
  }

  /** Whom we owe most, and what of it is not due yet. */
  private static Chart chart(TableBuilder table, Messages messages, List<Integer> sums) {
    List<Integer> largest =
        sums.stream()
            .sorted(Comparator.comparing((Integer row) -> table.amount(row, TOTAL)).reversed())
            .limit(CHARTED_MAX)
            .toList();
    return new Chart(
        Chart.Kind.BAR, messages.text("title"), "name", List.of(TOTAL, "notDue"), largest);
  }
}
