package org.countinghouse.ledger;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.tables.RowReader;
import org.countinghouse.tables.Table;
import org.countinghouse.tables.TableFiles;
import org.countinghouse.tables.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * A chart of accounts as CSV or workbook: {@code code}, {@code name}, {@code type}; optional {@code
 * parent}, {@code postable} (0: a heading), {@code control} (the subledger), {@code cost_centre}
 * and {@code project} (1: required), {@code purpose}, {@code currency}. The country charts of the
 * product are such files.
 *
 * @param accounts what could be read, headings before what stands below them
 * @param findings everything wrong with the file, by row
 */
record ChartFile(List<NewAccount> accounts, List<Finding> findings) {

  private static final int ROWS_MAX = 20_000;
  private static final int NAME_MAX = 200;
  private static final int CODE_MAX = 20;
  private static final int WORD_MAX = 40;
  private static final List<String> REQUIRED = List.of("code", "name", "type");
  private static final List<String> OPTIONAL =
      List.of("parent", "postable", "control", "cost_centre", "project", "purpose", "currency");

  /**
   * @throws BusinessException {@code tables.*} when it is no table with these columns
   */
  static ChartFile read(byte[] content) {
    Table table = TableFiles.read(content, ROWS_MAX);
    table.require(REQUIRED, OPTIONAL);
    var file = new ChartFile(new ArrayList<>(), new ArrayList<>());
    for (TableRow row : table.rows()) {
      NewAccount account = file.account(row);
      if (account != null) {
        file.accounts.add(account);
      }
    }
    return file;
  }

  private @Nullable NewAccount account(TableRow row) {
    int before = findings.size();
    var cells = new RowReader(row, findings);
    String code = cells.require("code", CODE_MAX);
    String name = cells.require("name", NAME_MAX);
    AccountType type = one(row, AccountType.class, cells.require("type", WORD_MAX));
    AccountPurpose purpose = one(row, AccountPurpose.class, cells.text("purpose", WORD_MAX));
    Currency currency = currency(row, cells.text("currency", WORD_MAX));
    boolean postable = flag(row, "postable", true);
    Set<String> dimensions = new HashSet<>();
    if (flag(row, "cost_centre", false)) {
      dimensions.add(Account.COST_CENTRE);
    }
    if (flag(row, "project", false)) {
      dimensions.add(Account.PROJECT);
    }
    String parent = cells.text("parent", CODE_MAX);
    String control = cells.text("control", WORD_MAX);
    if (findings.size() > before || code == null || name == null || type == null) {
      return null;
    }
    return new NewAccount(
        code, name, type, parent, postable, currency, dimensions, control, purpose);
  }

  private boolean flag(TableRow row, String column, boolean absent) {
    String value = row.text(column);
    if (value == null) {
      return absent;
    }
    if (!value.equals("0") && !value.equals("1")) {
      findings.add(LedgerError.CHART_VALUE.at(row.place(), value, column, "0, 1"));
    }
    return value.equals("1");
  }

  private <E extends Enum<E>> @Nullable E one(
      TableRow row, Class<E> choices, @Nullable String value) {
    if (value == null) {
      return null;
    }
    for (E choice : choices.getEnumConstants()) {
      if (choice.name().equals(value.toUpperCase(Locale.ROOT))) {
        return choice;
      }
    }
    List<String> names = List.of(choices.getEnumConstants()).stream().map(Enum::name).toList();
    findings.add(
        LedgerError.CHART_VALUE.at(
            row.place(),
            value,
            choices == AccountType.class ? "type" : "purpose",
            String.join(", ", names)));
    return null;
  }

  private @Nullable Currency currency(TableRow row, @Nullable String code) {
    if (code == null) {
      return null;
    }
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      findings.add(LedgerError.CHART_VALUE.at(row.place(), code, "currency", "ISO 4217"));
      return null;
    }
  }
}
