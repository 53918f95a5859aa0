package org.countinghouse.reporting.report.trialbalance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countinghouse.ledger.TrialBalanceRow;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Comparison;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportScope;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Debits, credits and balance of every account with postings, in base currency: as of a posting
 * date ({@code asOf}, today where absent), as known at an instant ({@code knownAt}, now where
 * absent). With {@code from} debits and credits are those since that day, beside the balance
 * brought forward; with {@code compare} the balance of an earlier day stands beside.
 */
@Component
class TrialBalanceReport implements Report {

  private static final String AS_OF = "asOf";
  private static final String FROM = "from";
  private static final String KNOWN_AT = "knownAt";

  private final TrialBalances trialBalances;

  TrialBalanceReport(TrialBalances trialBalances) {
    this.trialBalances = trialBalances;
  }

  @Override
  public String name() {
    return "trial-balance";
  }

  @Override
  public Set<String> parameters() {
    return new TreeSet<>(Set.of(AS_OF, FROM, KNOWN_AT, Comparison.PARAMETER));
  }

  /** The days the report is about. */
  private record Days(LocalDate asOf, Optional<LocalDate> from, Optional<LocalDate> earlier) {

    static Days of(ReportRequest request) {
      LocalDate asOf = request.dayOrToday(AS_OF);
      return new Days(asOf, request.day(FROM), request.comparison().of(asOf));
    }
  }

  @Override
  public ReportTable run(ReportRequest request) {
    Days days = Days.of(request);
    Instant knownAt = request.instantOrNow(KNOWN_AT);
    Messages messages = Messages.beside(TrialBalanceReport.class, request.locale());
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put(AS_OF, days.asOf());
    days.from().ifPresent(day -> parameters.put(FROM, day));
    parameters.put(KNOWN_AT, knownAt);
    days.earlier()
        .ifPresent(day -> parameters.put(Comparison.PARAMETER, request.comparison().text()));
    return new ReportTable(
        name(),
        messages.text("title"),
        ReportScope.of(request.organization()),
        parameters,
        columns(messages, days),
        rows(request, days, knownAt),
        List.of(),
        List.of(),
        request.requestedAt());
  }

  private static List<Column> columns(Messages messages, Days days) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("account", messages),
                Column.text("name", messages),
                Column.text("type", messages),
                Column.text("currency", messages)));
    days.from().ifPresent(day -> columns.add(Column.totalledMoney("opening", messages)));
    columns.add(Column.totalledMoney("debit", messages));
    columns.add(Column.totalledMoney("credit", messages));
    columns.add(Column.totalledMoney("balance", messages));
    days.earlier()
        .ifPresent(
            day -> {
              Column previous = Column.totalledMoney("previous", messages);
              columns.add(previous.headed(previous.heading() + " " + day));
              columns.add(Column.totalledMoney("change", messages));
            });
    return columns;
  }

  private List<Row> rows(ReportRequest request, Days days, Instant knownAt) {
    Map<String, TrialBalanceRow> before =
        days.from().map(day -> balances(request, day.minusDays(1), knownAt)).orElse(Map.of());
    Map<String, TrialBalanceRow> earlier =
        days.earlier().map(day -> balances(request, day, knownAt)).orElse(Map.of());
    List<Row> rows = new ArrayList<>();
    for (TrialBalanceRow row :
        trialBalances.asOf(request.organization().id(), days.asOf(), knownAt).rows()) {
      TrialBalanceRow opening = before.get(row.account());
      List<Object> cells = new ArrayList<>();
      cells.add(row.account());
      cells.add(row.name());
      cells.add(row.type().name());
      cells.add(request.scope().currency().getCurrencyCode());
      days.from().ifPresent(day -> cells.add(balance(request, opening)));
      cells.add(money(request, less(row.debit(), opening == null ? null : opening.debit())));
      cells.add(money(request, less(row.credit(), opening == null ? null : opening.credit())));
      Money balance = balance(request, row);
      cells.add(balance);
      days.earlier()
          .ifPresent(
              day -> {
                Money previous = balance(request, earlier.get(row.account()));
                cells.add(previous);
                cells.add(balance.minus(previous));
              });
      rows.add(Row.detail(cells.toArray()));
    }
    return rows;
  }

  private Map<String, TrialBalanceRow> balances(
      ReportRequest request, LocalDate day, Instant knownAt) {
    Map<String, TrialBalanceRow> balances = new HashMap<>();
    trialBalances
        .asOf(request.organization().id(), day, knownAt)
        .rows()
        .forEach(row -> balances.put(row.account(), row));
    return balances;
  }

  private static BigDecimal less(BigDecimal amount, @Nullable BigDecimal before) {
    return before == null ? amount : amount.subtract(before);
  }

  private static Money balance(ReportRequest request, @Nullable TrialBalanceRow row) {
    return money(request, row == null ? BigDecimal.ZERO : row.balance());
  }

  /** Stored with four decimals; base amounts never use more than the currency has. */
  private static Money money(ReportRequest request, BigDecimal amount) {
    return Money.rounded(amount, request.scope().currency(), RoundingMode.UNNECESSARY);
  }
}
