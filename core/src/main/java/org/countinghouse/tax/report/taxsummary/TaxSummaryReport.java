package org.countinghouse.tax.report.taxsummary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Note;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.Row;
import org.countinghouse.reporting.spi.Sum;
import org.countinghouse.reporting.spi.TableBuilder;
import org.countinghouse.tax.report.taxsummary.TaxReturnForm.Box;
import org.countinghouse.tax.report.taxsummary.TaxReturnForm.Measure;
import org.countinghouse.tax.report.taxsummary.TaxSummaryMapper.AccountRow;
import org.countinghouse.tax.report.taxsummary.TaxSummaryMapper.CodeRow;
import org.countinghouse.tax.report.taxsummary.TaxSummaryMapper.Span;
import org.springframework.stereotype.Component;

/**
 * Tax of the days {@code from} (the first of the month where absent) to {@code to} (today), as
 * known at an instant ({@code knownAt}, now): the boxes of the country's return, the tax codes they
 * are made of, and the tax accounts, where what was posted without a code is a finding.
 */
@Component
class TaxSummaryReport implements Report {

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String KNOWN_AT = "knownAt";
  private static final String AMOUNT = "amount";

  private final TaxSummaryMapper mapper;

  TaxSummaryReport(TaxSummaryMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return "tax-summary";
  }

  @Override
  public Set<String> parameters() {
    return new TreeSet<>(Set.of(FROM, TO, KNOWN_AT));
  }

  @Override
  public ReportTable run(ReportRequest request) {
    LocalDate to = request.dayOrToday(TO);
    LocalDate from = request.day(FROM).orElse(to.withDayOfMonth(1));
    var span = new Span(request.organization().id(), from, to, request.instantOrNow(KNOWN_AT));
    Messages messages = Messages.beside(TaxSummaryReport.class, request.locale());
    var table =
        new TableBuilder(name(), messages.text("title"), request, columns(messages))
            .parameter(FROM, from)
            .parameter(TO, to)
            .parameter(KNOWN_AT, span.knownAt())
            .difference("withoutCode", "ledger", AMOUNT);
    Currency base = request.organization().baseCurrency();
    List<CodeRow> codes = mapper.listCodes(span);
    TaxReturnForm.of(request.organization().country())
        .ifPresent(form -> addReturn(table, form, codes, request, messages));
    addCodes(table, codes, base, messages);
    addAccounts(table, mapper.listAccounts(span), base, messages);
    return table.build();
  }

  private static List<Column> columns(Messages messages) {
    return List.of(
        Column.text("item", messages),
        Column.text("description", messages),
        Column.money("taxable", messages),
        Column.money("inputTax", messages),
        Column.money("outputTax", messages),
        Column.money(AMOUNT, messages),
        Column.money("ledger", messages),
        Column.money("withoutCode", messages));
  }

  private static void addReturn(
      TableBuilder table,
      TaxReturnForm form,
      List<CodeRow> codes,
      ReportRequest request,
      Messages messages) {
    Currency base = request.organization().baseCurrency();
    table.heading(0, Label.of("return", messages));
    Map<String, Integer> places = new HashMap<>();
    for (Box box : form.boxes()) {
      var title = new Label("box " + box.number(), box.title(request.locale()));
      int place =
          box.measure() == Measure.SUM
              ? table.add(
                  Row.Kind.SUBTOTAL,
                  1,
                  box.number(),
                  title,
                  null,
                  null,
                  null,
                  sum(table, box, places))
              : table.detail(1, box.number(), title, null, null, null, amount(box, codes, base));
      places.put(box.number(), place);
    }
  }

  private static Money amount(Box box, List<CodeRow> codes, Currency base) {
    Function<CodeRow, BigDecimal> figure =
        switch (box.measure()) {
          case TAXABLE -> CodeRow::taxable;
          case INPUT -> CodeRow::inputTax;
          case OUTPUT -> CodeRow::outputTax;
          case SUM -> throw new IllegalArgumentException("box " + box.number() + " sums boxes");
        };
    BigDecimal exact =
        codes.stream()
            .filter(code -> code.treatment() != null && box.treatments().contains(code.treatment()))
            .map(figure)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    // the forms say: leave out pence, drop cents
    return money(box.whole() ? exact.setScale(0, RoundingMode.DOWN) : exact, base);
  }

  private static Sum sum(TableBuilder table, Box box, Map<String, Integer> places) {
    Money value = null;
    List<Sum.Term> terms = new ArrayList<>();
    for (TaxReturnForm.Term term : box.terms()) {
      Integer row = places.get(term.box());
      if (row == null) {
        throw new IllegalStateException(
            "box " + box.number() + " sums " + term.box() + " below it");
      }
      Money amount = table.amount(row, AMOUNT);
      Money signed = term.negative() ? amount.negated() : amount;
      value = value == null ? signed : value.plus(signed);
      terms.add(term.negative() ? Sum.Term.minus(AMOUNT, row) : Sum.Term.plus(AMOUNT, row));
    }
    if (value == null) {
      throw new IllegalStateException("box " + box.number() + " sums nothing");
    }
    return new Sum(value, terms);
  }

  private static void addCodes(
      TableBuilder table, List<CodeRow> codes, Currency base, Messages messages) {
    table.heading(0, Label.of("codes", messages));
    List<Integer> rows = new ArrayList<>();
    for (CodeRow code : codes) {
      rows.add(
          table.detail(
              1,
              code.taxCode(),
              code.name(),
              money(code.taxable(), base),
              money(code.inputTax(), base),
              money(code.outputTax(), base),
              money(code.outputTax().subtract(code.inputTax()), base)));
    }
    // no ledger beside it: codes stand on accounts, not each on one
    table.add(
        Row.Kind.SUBTOTAL,
        1,
        null,
        Label.of("total", messages),
        sumOf(table, "taxable", rows, base),
        sumOf(table, "inputTax", rows, base),
        sumOf(table, "outputTax", rows, base),
        sumOf(table, AMOUNT, rows, base));
  }

  private static Sum sumOf(TableBuilder table, String column, List<Integer> rows, Currency base) {
    Money value =
        rows.stream().map(row -> table.amount(row, column)).reduce(Money.zero(base), Money::plus);
    int first = table.size() - rows.size();
    return new Sum(value, List.of(new Sum.Term(column, first, table.size() - 1, false)));
  }

  private static void addAccounts(
      TableBuilder table, List<AccountRow> accounts, Currency base, Messages messages) {
    table.heading(0, Label.of("accounts", messages));
    List<String> without = new ArrayList<>();
    for (AccountRow row : accounts) {
      table.detail(
          1,
          row.account(),
          row.name(),
          null,
          null,
          null,
          money(row.coded(), base),
          money(row.movement(), base));
      if (row.coded().compareTo(row.movement()) != 0) {
        without.add(row.account());
      }
    }
    table.note(
        without.isEmpty()
            ? Note.information("tax-accounts-tie", messages.text("tie"))
            : Note.finding(
                "tax-without-code",
                messages.text("withoutCodeNote").formatted(String.join(", ", without))));
  }

  private static Money money(BigDecimal amount, Currency base) {
    return Money.rounded(amount, base, RoundingMode.UNNECESSARY);
  }
}
