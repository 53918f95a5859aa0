package org.countinghouse.reporting.report.trialbalance;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportTable;
import org.springframework.stereotype.Component;

/**
 * Debits, credits and balance of every account with postings, in base currency: as of a posting
 * date ({@code asOf}, today where absent), as known at an instant ({@code knownAt}, now where
 * absent).
 */
@Component
class TrialBalanceReport implements Report {

  private static final String AS_OF = "asOf";
  private static final String KNOWN_AT = "knownAt";

  private final TrialBalanceMapper mapper;

  TrialBalanceReport(TrialBalanceMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return "trial-balance";
  }

  @Override
  public Set<String> parameters() {
    return new TreeSet<>(Set.of(AS_OF, KNOWN_AT));
  }

  @Override
  public ReportTable run(ReportRequest request) {
    LocalDate asOf = request.dayOrToday(AS_OF);
    Instant knownAt = request.instantOrNow(KNOWN_AT);
    LocalDate month = asOf.withDayOfMonth(1);
    Currency base = request.organization().baseCurrency();
    List<List<Object>> rows =
        mapper.list(request.organization().id(), asOf, month, month.plusMonths(1), knownAt).stream()
            .map(row -> cells(row, base))
            .toList();
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put(AS_OF, asOf);
    parameters.put(KNOWN_AT, knownAt);
    Messages messages = Messages.beside(TrialBalanceReport.class, request.locale());
    return new ReportTable(
        name(),
        messages.text("title"),
        request.organization(),
        parameters,
        columns(messages),
        rows,
        request.requestedAt());
  }

  private static List<Column> columns(Messages messages) {
    return List.of(
        Column.text("account", messages),
        Column.text("name", messages),
        Column.text("type", messages),
        Column.text("currency", messages),
        Column.totalledMoney("debit", messages),
        Column.totalledMoney("credit", messages),
        Column.totalledMoney("balance", messages));
  }

  private static List<Object> cells(TrialBalanceMapper.Row row, Currency base) {
    // stored with four decimals; base amounts never use more than the currency has
    Money debit = Money.rounded(row.debit(), base, RoundingMode.UNNECESSARY);
    Money credit = Money.rounded(row.credit(), base, RoundingMode.UNNECESSARY);
    return List.of(
        row.account(),
        row.name(),
        row.type(),
        base.getCurrencyCode(),
        debit,
        credit,
        debit.minus(credit));
  }
}
