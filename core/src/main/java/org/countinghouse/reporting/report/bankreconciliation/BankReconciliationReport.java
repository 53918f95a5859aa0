package org.countinghouse.reporting.report.bankreconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.reporting.report.bankreconciliation.BankReconciliationMapper.AccountRow;
import org.countinghouse.reporting.report.bankreconciliation.BankReconciliationMapper.ItemRow;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Note;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.TableBuilder;
import org.springframework.stereotype.Component;

/**
 * Each bank account at the end of a day ({@code asOf}), in its own currency: the balance by the
 * bank's statements beside the balance of the books, payments the bank has not shown yet, and
 * entries nobody has explained. Accounts without statements are left out.
 */
@Component
class BankReconciliationReport implements Report {

  private static final String AS_OF = "asOf";

  private final BankReconciliationMapper mapper;

  BankReconciliationReport(BankReconciliationMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return "bank-reconciliation";
  }

  @Override
  public Set<String> parameters() {
    return Set.of(AS_OF);
  }

  @Override
  public ReportTable run(ReportRequest request) {
    LocalDate asOf = request.dayOrToday(AS_OF);
    Messages messages = Messages.beside(BankReconciliationReport.class, request.locale());
    TableBuilder table =
        new TableBuilder(name(), messages.text("title"), request, columns(messages))
            .parameter(AS_OF, asOf);
    UUID organization = request.organization().id();
    for (AccountRow account : mapper.listAccounts(organization, asOf.withDayOfMonth(1), asOf)) {
      write(table, messages, account);
      items(
          table,
          messages,
          account,
          "suspense",
          mapper.listSuspense(organization, account.id(), asOf));
      items(
          table,
          messages,
          account,
          "transit",
          mapper.listInTransit(organization, account.id(), account.currency(), asOf));
    }
    return table.build();
  }

  private static List<Column> columns(Messages messages) {
    return List.of(
        Column.text("account", messages),
        Column.text("what", messages),
        Column.day("day", messages),
        Column.text("party", messages),
        Column.text("text", messages),
        Column.text("currency", messages),
        Column.number("amount", messages));
  }

  private static void write(TableBuilder table, Messages messages, AccountRow account) {
    table.heading(0, account.code(), account.name());
    line(table, messages, account, "bank", account.bank());
    line(table, messages, account, "books", account.books());
    BigDecimal difference = account.bank().subtract(account.books());
    line(table, messages, account, "difference", difference);
    if (difference.signum() != 0) {
      table.note(
          Note.finding(
              "reconciliation.bank-equals-statement",
              messages.text("differs").formatted(account.code(), account.ledgerAccount())));
    }
  }

  private static void line(
      TableBuilder table, Messages messages, AccountRow account, String what, BigDecimal amount) {
    table.detail(
        1,
        account.code(),
        Label.of(what, messages),
        null,
        null,
        null,
        account.currency(),
        decimals(amount, account));
  }

  private static void items(
      TableBuilder table, Messages messages, AccountRow account, String what, List<ItemRow> items) {
    for (ItemRow item : items) {
      table.detail(
          2,
          account.code(),
          Label.of(what, messages),
          item.day(),
          item.party(),
          item.text(),
          account.currency(),
          decimals(item.amount(), account));
    }
  }

  private static BigDecimal decimals(BigDecimal amount, AccountRow account) {
    return amount.setScale(Currency.getInstance(account.currency()).getDefaultFractionDigits());
  }
}
