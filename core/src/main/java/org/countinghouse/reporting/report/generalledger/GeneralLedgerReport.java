package org.countinghouse.reporting.report.generalledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countinghouse.ledger.TrialBalanceRow;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.figures.Figures;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.StreamedReport;
import org.countinghouse.reporting.spi.TableBuilder;
import org.springframework.stereotype.Component;

/**
 * Every line of every account, or of those asked for ({@code account}: codes and ranges like {@code
 * 1200,4000-4999}), from a day to a day: what it stood at before, each line with the balance after
 * it, what it stands at. Each line leads to its journal, each reference to the audit of its
 * document. Rows are streamed: a year of a million lines is a file of a million rows.
 */
@Component
class GeneralLedgerReport implements StreamedReport {

  static final List<String> COLUMNS =
      List.of(
          "account",
          "date",
          "journal",
          "text",
          "reference",
          "costCentre",
          "project",
          "currency",
          "amount",
          "debit",
          "credit",
          "balance");

  private static final String ACCOUNT = "account";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String KNOWN_AT = "knownAt";

  private final GeneralLedgerLines lines;
  private final TrialBalances trialBalances;

  GeneralLedgerReport(GeneralLedgerLines lines, TrialBalances trialBalances) {
    this.lines = lines;
    this.trialBalances = trialBalances;
  }

  @Override
  public String name() {
    return "general-ledger";
  }

  @Override
  public Set<String> parameters() {
    return new TreeSet<>(Set.of(ACCOUNT, FROM, TO, KNOWN_AT));
  }

  /** The values the report runs with. */
  private record Asked(AccountFilter accounts, LocalDate from, LocalDate to, Instant knownAt) {

    static Asked of(ReportRequest request) {
      LocalDate to = request.dayOrToday(TO);
      return new Asked(
          AccountFilter.parse(request.text(ACCOUNT).orElse("")),
          request.day(FROM).orElseGet(() -> Figures.fiscalYearStart(request.scope(), to)),
          to,
          request.instantOrNow(KNOWN_AT));
    }
  }

  @Override
  public ReportTable frame(ReportRequest request) {
    Asked asked = Asked.of(request);
    Messages messages = Messages.beside(GeneralLedgerReport.class, request.locale());
    TableBuilder table =
        new TableBuilder(name(), messages.text("title"), request, columns(messages))
            .parameter(FROM, asked.from())
            .parameter(TO, asked.to())
            .parameter(KNOWN_AT, asked.knownAt());
    if (!asked.accounts().isEmpty()) {
      table.parameter(ACCOUNT, asked.accounts().text());
    }
    return table.build();
  }

  private static List<Column> columns(Messages messages) {
    return COLUMNS.stream()
        .map(
            key ->
                switch (key) {
                  case "date" -> Column.day(key, messages);
                  case "amount", "debit", "credit", "balance" -> Column.money(key, messages);
                  default -> Column.text(key, messages);
                })
        .toList();
  }

  @Override
  public void stream(ReportRequest request, RowSink rows) {
    Asked asked = Asked.of(request);
    Organization organization = request.organization();
    SortedMap<String, TrialBalanceRow> openings = new TreeMap<>();
    for (TrialBalanceRow row :
        trialBalances.asOf(organization.id(), asked.from().minusDays(1), asked.knownAt()).rows()) {
      if (asked.accounts().contains(row.account()) && row.balance().signum() != 0) {
        openings.put(row.account(), row);
      }
    }
    Messages messages = Messages.beside(GeneralLedgerReport.class, request.locale());
    AccountPages pages = new AccountPages(organization, messages, openings, rows);
    lines.forEach(
        organization, asked.accounts(), asked.from(), asked.to(), asked.knownAt(), pages::line);
    pages.end();
  }
}
