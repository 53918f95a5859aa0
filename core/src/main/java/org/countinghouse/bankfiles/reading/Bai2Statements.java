package org.countinghouse.bankfiles.reading;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Currency;
import java.util.Deque;
import java.util.regex.Pattern;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.StatementKind;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.bankfiles.StatementSink;
import org.jspecify.annotations.Nullable;

/**
 * BAI2 balance reports: file (01..99), groups (02..98), accounts (03..49), each with a control
 * total. A wrong one of an account is found and the account held; a wrong one of group or file
 * means that something is missing, and the file is refused.
 *
 * @see <a
 *     href="https://www.bai.org/docs/default-source/libraries/site-general-downloads/cash_management_2005.pdf">BAI,
 *     Cash Management Balance Reporting Specifications, Version 2</a>
 */
public final class Bai2Statements {

  /** Some banks put several records on a line. */
  private static final Pattern BETWEEN_RECORDS =
      Pattern.compile("(?<=/)\\s+(?=(?:01|02|03|16|49|88|98|99),)");

  private static final Pattern RECORD = Pattern.compile("[0-9]{2},.*");
  private static final String CURRENCY_BY_DEFAULT = "USD";

  private final TextLines lines;
  private final StatementOptions options;
  private final StatementSink sink;
  private final Deque<String> pending = new ArrayDeque<>();
  private @Nullable Bai2Account account;
  private @Nullable Bai2Group group;
  private String[] file = {};
  private String groupStatus = "";
  private BigDecimal fileTotal = BigDecimal.ZERO;
  private BigDecimal groupTotal = BigDecimal.ZERO;
  private int records;
  private int groups;
  private int groupRecords;
  private int accounts;
  private boolean ended;

  private Bai2Statements(InputStream in, StatementOptions options, StatementSink sink) {
    this.lines = new TextLines(in);
    this.options = options;
    this.sink = sink;
  }

  /**
   * What a group says to all its accounts.
   *
   * @param day the day it reports on, as six digits
   */
  record Bai2Group(
      String day, String place, Currency currency, StatementKind kind, @Nullable String fileId) {}

  /** Reads all accounts of all groups of a file. */
  public static void read(InputStream in, StatementOptions options, StatementSink sink)
      throws IOException {
    new Bai2Statements(in, options, sink).run();
  }

  private void run() throws IOException {
    for (String record = nextRecord(); record != null; record = nextRecord()) {
      if (ended) {
        throw BankFileError.RECORD.refusing(lines.place(), Values.shown(record));
      }
      records++;
      groupRecords++;
      String[] fields = fields(record);
      switch (fields[0]) {
        case "01" -> file = fields;
        case "02" -> beginGroup(fields);
        case "03" -> beginAccount(record);
        case "16", "88" -> open(record).continued(fields[0], record, lines.place());
        case "49" -> {
          groupTotal = groupTotal.add(open(record).end(fields, lines.place()));
          account = null;
        }
        case "98" -> endGroup(fields);
        case "99" -> endFile(fields);
        default -> throw BankFileError.RECORD.refusing(lines.place(), Values.shown(record));
      }
    }
    if (!ended) {
      throw BankFileError.TRUNCATED.refusing(lines.place(), "file trailer (99)");
    }
  }

  private @Nullable String nextRecord() throws IOException {
    while (pending.isEmpty()) {
      String line = lines.next();
      if (line == null) {
        return null;
      }
      for (String record : BETWEEN_RECORDS.split(line.strip())) {
        if (!record.isEmpty()) {
          pending.add(record);
        }
      }
      if (account != null && !pending.isEmpty() && !RECORD.matcher(pending.peek()).matches()) {
        account.wrapped(pending.remove());
      }
    }
    return pending.poll();
  }

  /** The fields of a record without the slash that ends it. */
  static String[] fields(String record) {
    String plain = record.endsWith("/") ? record.substring(0, record.length() - 1) : record;
    return plain.split(",", -1);
  }

  private void beginGroup(String[] fields) {
    if (file.length == 0) {
      throw BankFileError.MISSING.refusing(lines.place(), "The file header (01)");
    }
    groups++;
    groupRecords = 1;
    accounts = 0;
    groupStatus = field(fields, 3);
    String currency = field(fields, 6);
    String modifier = field(fields, 7);
    group =
        new Bai2Group(
            field(fields, 4),
            lines.place(),
            currency.isEmpty()
                ? Values.currency(CURRENCY_BY_DEFAULT, "")
                : Values.currency(currency, lines.place()),
            // 1 and 3: interim data of the day before or of this day
            modifier.equals("1") || modifier.equals("3")
                ? StatementKind.INTRADAY
                : StatementKind.STATEMENT,
            Values.present(field(file, 5)));
    groupTotal = BigDecimal.ZERO;
  }

  private void beginAccount(String record) {
    if (group == null || account != null) {
      throw BankFileError.RECORD.refusing(lines.place(), Values.shown(record));
    }
    accounts++;
    account = new Bai2Account(group, groupStatus, record, lines.place(), options, sink);
  }

  private Bai2Account open(String record) {
    if (account == null) {
      throw BankFileError.RECORD.refusing(lines.place(), Values.shown(record));
    }
    return account;
  }

  private void endGroup(String[] fields) {
    if (group == null || account != null) {
      throw BankFileError.RECORD.refusing(lines.place(), String.join(",", Arrays.asList(fields)));
    }
    if (total(fields).compareTo(groupTotal) != 0) {
      throw BankFileError.CONTROL_TOTAL.refusing(
          lines.place(), "The total of the group", field(fields, 1), groupTotal.toPlainString());
    }
    control("The number of accounts of the group", field(fields, 2), accounts);
    control("The number of records of the group", field(fields, 3), groupRecords);
    fileTotal = fileTotal.add(groupTotal);
    group = null;
  }

  private void endFile(String[] fields) {
    if (group != null || account != null) {
      throw BankFileError.TRUNCATED.refusing(lines.place(), "group trailer (98)");
    }
    if (total(fields).compareTo(fileTotal) != 0) {
      throw BankFileError.CONTROL_TOTAL.refusing(
          lines.place(), "The total of the file", field(fields, 1), fileTotal.toPlainString());
    }
    control("The number of groups", field(fields, 2), groups);
    control("The number of records of the file", field(fields, 3), records);
    ended = true;
  }

  private BigDecimal total(String[] fields) {
    return Bai2Account.signed(field(fields, 1), lines.place());
  }

  private void control(String what, String stated, int counted) {
    if (!stated.matches("[0-9]{1,9}") || Integer.parseInt(stated) != counted) {
      throw BankFileError.CONTROL_TOTAL.refusing(
          lines.place(), what, Values.shown(stated), counted);
    }
  }

  /** A field by its position; empty when the record is shorter. */
  static String field(String[] fields, int position) {
    return position < fields.length ? fields[position].strip() : "";
  }
}
