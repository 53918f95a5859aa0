package org.countinghouse.reporting.report.generalledger;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.countinghouse.ledger.TrialBalanceRow;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.report.generalledger.GeneralLedgerLines.Line;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Link;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Row;
import org.countinghouse.reporting.spi.StreamedReport.RowSink;
import org.countinghouse.reporting.spi.Sum;
import org.jspecify.annotations.Nullable;

/**
 * Turns lines, which come by account, into the rows of the general ledger: a heading and an opening
 * balance per account, its lines, and a closing balance whose formula adds up what stands above.
 */
final class AccountPages {

  /** A formula names each account's row; more would be longer than a spreadsheet allows. */
  private static final int SUMMED_ROWS_MAX = 200;

  private static final String DEBIT = "debit";
  private static final String CREDIT = "credit";
  private static final String BALANCE = "balance";

  private final Organization organization;
  private final Currency base;
  private final Messages messages;
  private final SortedMap<String, TrialBalanceRow> openings;
  private final RowSink rows;
  private final Map<String, Currency> currencies = new HashMap<>();
  private final List<Integer> closings = new ArrayList<>();
  private int next;
  private @Nullable String account;
  private int openingRow;
  private Money debit;
  private Money credit;
  private Money balance;
  private Money debits;
  private Money credits;

  /**
   * @param openings balances before the first day that are not zero, by account; those of accounts
   *     without a line get their page as well
   */
  AccountPages(
      Organization organization,
      Messages messages,
      SortedMap<String, TrialBalanceRow> openings,
      RowSink rows) {
    this.organization = organization;
    this.base = organization.baseCurrency();
    this.messages = messages;
    this.openings = openings;
    this.rows = rows;
    this.debit = Money.zero(base);
    this.credit = debit;
    this.balance = debit;
    this.debits = debit;
    this.credits = debit;
  }

  /** Takes the next line. */
  void line(Line line) {
    if (!line.account().equals(account)) {
      close();
      openUpTo(line.account());
      open(line.account(), line.name());
    }
    Money amount = money(line.baseAmount(), base);
    boolean isDebit = !amount.isNegative();
    if (isDebit) {
      debit = debit.plus(amount);
    } else {
      credit = credit.minus(amount);
    }
    balance = balance.plus(amount);
    Currency currency = currencies.computeIfAbsent(line.currency(), Currency::getInstance);
    add(
        Row.detail(
            line.account(),
            line.date(),
            new Link(line.number(), "/api/ledger/journals/" + line.journalId()),
            line.text(),
            reference(line),
            line.costCentre(),
            line.project(),
            line.currency(),
            money(line.amount(), currency),
            isDebit ? amount : null,
            isDebit ? null : amount.negated(),
            balance));
  }

  /** Writes what is left, and the sum of all. */
  void end() {
    close();
    openUpTo(null);
    Object debitTotal = debits;
    Object creditTotal = credits;
    if (closings.size() <= SUMMED_ROWS_MAX) {
      debitTotal = new Sum(debits, terms(DEBIT));
      creditTotal = new Sum(credits, terms(CREDIT));
    }
    add(
        Row.of(
            Row.Kind.TOTAL,
            0,
            null,
            null,
            null,
            Label.of("total", messages),
            null,
            null,
            null,
            null,
            null,
            debitTotal,
            creditTotal,
            null));
  }

  private List<Sum.Term> terms(String column) {
    return closings.stream().map(row -> Sum.Term.plus(column, row)).toList();
  }

  /** Pages of accounts that stand at something, did not move, and come before this one. */
  private void openUpTo(@Nullable String before) {
    while (!openings.isEmpty() && (before == null || openings.firstKey().compareTo(before) < 0)) {
      TrialBalanceRow resting = openings.values().iterator().next();
      open(resting.account(), resting.name());
      close();
    }
  }

  private void open(String code, String name) {
    TrialBalanceRow opening = openings.remove(code);
    account = code;
    debit = Money.zero(base);
    credit = debit;
    balance = opening == null ? debit : money(opening.balance(), base);
    add(heading(Row.Kind.HEADING, code, name, null));
    openingRow = next;
    add(heading(Row.Kind.DETAIL, code, Label.of("opening", messages), balance));
  }

  private static Row heading(Row.Kind kind, String code, Object text, @Nullable Money balance) {
    return Row.of(
        kind, 0, code, null, null, text, null, null, null, null, null, null, null, balance);
  }

  private void close() {
    if (account == null) {
      return;
    }
    int first = openingRow + 1;
    int last = next - 1;
    closings.add(next);
    debits = debits.plus(debit);
    credits = credits.plus(credit);
    Sum closing =
        new Sum(
            balance,
            List.of(
                Sum.Term.plus(BALANCE, openingRow),
                new Sum.Term(DEBIT, first, last, false),
                new Sum.Term(CREDIT, first, last, true)));
    add(
        Row.of(
            Row.Kind.SUBTOTAL,
            0,
            account,
            null,
            null,
            Label.of("closing", messages),
            null,
            null,
            null,
            null,
            null,
            new Sum(debit, List.of(new Sum.Term(DEBIT, first, last, false))),
            new Sum(credit, List.of(new Sum.Term(CREDIT, first, last, false))),
            closing));
    account = null;
  }

  /** The document it was posted for, where it has one. */
  private Object reference(Line line) {
    if (!line.source().startsWith("payables") && !line.source().equals("ledger:manual")) {
      return line.sourceReference();
    }
    return new Link(
        line.sourceReference(),
        "/api/reporting/reports/document-audit?organization="
            + organization.code()
            + "&document="
            + URLEncoder.encode(line.number(), StandardCharsets.UTF_8)
            + "&format=xlsx");
  }

  private void add(Row row) {
    rows.accept(row);
    next++;
  }

  /** Stored with four decimals; amounts never use more than their currency has. */
  private static Money money(BigDecimal amount, Currency currency) {
    return new Money(amount, currency);
  }
}
