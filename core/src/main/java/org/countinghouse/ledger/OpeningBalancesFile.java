package org.countinghouse.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.tables.RowReader;
import org.countinghouse.tables.Table;
import org.countinghouse.tables.TableFiles;
import org.countinghouse.tables.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * A trial balance of another system, as CSV or workbook: {@code account}; {@code debit} and {@code
 * credit}, or {@code balance} with its sign, in base currency; {@code currency} and {@code
 * currency_amount} where the account is kept in another; dimensions and a text.
 *
 * @param lines what could be read, in the order of the file
 * @param places where each line stands
 * @param findings everything wrong with the rows themselves
 */
record OpeningBalancesFile(List<DraftLine> lines, List<String> places, List<Finding> findings) {

  private static final int ROWS_MAX = 50_000;
  private static final int CODE_MAX = 40;
  private static final int TEXT_MAX = 1000;
  private static final List<String> REQUIRED = List.of("account");
  private static final List<String> OPTIONAL =
      List.of(
          "name",
          "debit",
          "credit",
          "balance",
          "currency",
          "currency_amount",
          "cost_centre",
          "project",
          "text");

  /**
   * @throws BusinessException {@code tables.*} when it is no table with these columns
   */
  static OpeningBalancesFile read(byte[] content, Currency base) {
    Table table = TableFiles.read(content, ROWS_MAX);
    table.require(REQUIRED, OPTIONAL);
    var file = new OpeningBalancesFile(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (TableRow row : table.rows()) {
      DraftLine line = file.line(row, base);
      if (line != null) {
        file.lines.add(line);
        file.places.add(row.place());
      }
    }
    return file;
  }

  /** Null when the row is wrong or stands at zero. */
  private @Nullable DraftLine line(TableRow row, Currency base) {
    int before = findings.size();
    var cells = new RowReader(row, findings);
    String account = cells.require("account", CODE_MAX);
    Money balance = balance(row, cells, base);
    Currency currency = currency(row, cells.text("currency", CODE_MAX), base);
    BigDecimal inCurrency = cells.number("currency_amount");
    String costCentre = cells.text("cost_centre", CODE_MAX);
    String project = cells.text("project", CODE_MAX);
    String text = cells.text("text", TEXT_MAX);
    if (findings.size() > before || account == null || balance == null || currency == null) {
      return null;
    }
    Money amount = amount(row, currency, inCurrency, balance);
    return amount == null || (amount.isZero() && balance.isZero())
        ? null
        : new DraftLine(account, amount, balance, costCentre, project, text);
  }

  private @Nullable Money balance(TableRow row, RowReader cells, Currency base) {
    int before = findings.size();
    BigDecimal debit = cells.number("debit");
    BigDecimal credit = cells.number("credit");
    BigDecimal balance = cells.number("balance");
    if (findings.size() > before) {
      return null;
    }
    BigDecimal side = sum(debit, credit);
    boolean sided = side.signum() != 0;
    boolean twice = isNonZero(debit) && isNonZero(credit);
    if (twice
        || (sided && balance != null)
        || (debit == null && credit == null && balance == null)) {
      findings.add(LedgerError.OPENING_BOTH_SIDES.at(row.place()));
      return null;
    }
    return money(row, balance == null ? side : balance, base);
  }

  private static BigDecimal sum(@Nullable BigDecimal debit, @Nullable BigDecimal credit) {
    return Objects.requireNonNullElse(debit, BigDecimal.ZERO)
        .subtract(Objects.requireNonNullElse(credit, BigDecimal.ZERO));
  }

  private static boolean isNonZero(@Nullable BigDecimal amount) {
    return amount != null && amount.signum() != 0;
  }

  private @Nullable Currency currency(TableRow row, @Nullable String code, Currency base) {
    if (code == null) {
      return base;
    }
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      findings.add(LedgerError.OPENING_CURRENCY.at(row.place(), code));
      return null;
    }
  }

  /** In another currency the row says how much, on the side of its balance. */
  private @Nullable Money amount(
      TableRow row, Currency currency, @Nullable BigDecimal inCurrency, Money balance) {
    if (currency.equals(balance.currency())) {
      return balance;
    }
    if (inCurrency == null || inCurrency.signum() < 0) {
      findings.add(
          LedgerError.OPENING_CURRENCY_AMOUNT.at(
              row.place(), currency.getCurrencyCode(), balance.currency().getCurrencyCode()));
      return null;
    }
    return money(row, balance.isNegative() ? inCurrency.negate() : inCurrency, currency);
  }

  private @Nullable Money money(TableRow row, BigDecimal amount, Currency currency) {
    if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
      findings.add(
          LedgerError.OPENING_DECIMALS.at(
              row.place(), amount.toPlainString(), currency.getCurrencyCode()));
      return null;
    }
    return new Money(amount, currency);
  }
}
