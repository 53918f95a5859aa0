package org.countinghouse.bankfiles.reading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.countinghouse.bankfiles.Balance;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.StatementFormat;
import org.countinghouse.bankfiles.StatementHeader;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.bankfiles.StatementSink;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** An account (03..49) of a BAI2 file. Amounts are in the currency's smallest unit. */
final class Bai2Account {

  private static final String OPENING_LEDGER = "010";
  private static final String CLOSING_LEDGER = "015";
  private static final String TOTAL_CREDITS = "100";
  private static final String TOTAL_DEBITS = "400";
  private static final String UPDATE = "1";

  private final Bai2Statements.Bai2Group group;
  private final String groupStatus;
  private final String place;
  private final StatementOptions options;
  private final StatementSink sink;
  private final StringBuilder identifier;
  private final Map<String, BigInteger> summary = new HashMap<>();
  private Currency currency;
  private @Nullable StatementBuilder builder;
  private @Nullable Bai2Entry entry;
  private BigInteger controlTotal = BigInteger.ZERO;
  private int records = 1;

  Bai2Account(
      Bai2Statements.Bai2Group group,
      String groupStatus,
      String record,
      String place,
      StatementOptions options,
      StatementSink sink) {
    this.group = group;
    this.groupStatus = groupStatus;
    this.place = place;
    this.options = options;
    this.sink = sink;
    this.identifier = new StringBuilder(String.join(",", Bai2Statements.fields(record)));
    this.currency = group.currency();
  }

  /** The next record: a transaction (16), or more of what stands before it (88). */
  void continued(String code, String record, String where) {
    records++;
    if (code.equals("16")) {
      flush();
      entry = new Bai2Entry(record, where);
    } else if (entry != null) {
      entry.continued(record);
    } else {
      identifier.append(String.join(",", Bai2Statements.fields(record)).substring(2));
    }
  }

  /** Text that went on to a new line without a record of its own. */
  void wrapped(String text) {
    if (entry != null) {
      entry.continued("88," + text);
    }
  }

  /**
   * The trailer (49).
   *
   * @return the total it states
   */
  BigDecimal end(String[] trailer, String where) {
    records++;
    flush();
    StatementBuilder begun = begun();
    BigDecimal total = signed(Bai2Statements.field(trailer, 1), where);
    begun.control("The total of the account", total, new BigDecimal(controlTotal));
    String stated = Bai2Statements.field(trailer, 2);
    begun.control(
        "The number of records of the account",
        stated.matches("[0-9]{1,9}") ? Integer.valueOf(stated) : null,
        records);
    if (!groupStatus.equals(UPDATE)) {
      begun.found(BankFileError.VALUE.at(group.place(), groupStatus, "a group to book (status 1)"));
    }
    begun.control("The sum of credits", money(TOTAL_CREDITS), begun.credits());
    begun.control("The sum of debits", money(TOTAL_DEBITS), begun.debits());
    begun.end(true);
    return total;
  }

  private @Nullable BigDecimal money(String code) {
    BigInteger units = summary.get(code);
    return units == null ? null : new BigDecimal(units, currency.getDefaultFractionDigits());
  }

  private void flush() {
    StatementBuilder begun = begun();
    if (entry != null) {
      controlTotal = controlTotal.add(entry.units());
      begun.entry(entry.build(begun.nextPosition(), currency, day()));
      entry = null;
    }
  }

  private LocalDate day() {
    return Values.digits(group.day(), group.place());
  }

  private StatementBuilder begun() {
    if (builder != null) {
      return builder;
    }
    String[] fields = identifier.toString().split(",", -1);
    String code = Bai2Statements.field(fields, 2);
    if (!code.isEmpty()) {
      currency = Values.currency(code, place);
    }
    summarize(fields);
    String number = Values.account(Bai2Statements.field(fields, 1));
    builder = new StatementBuilder(header(number), sink);
    Balance opening = balance(OPENING_LEDGER);
    Balance closing = balance(CLOSING_LEDGER);
    if (opening != null) {
      builder.opening(opening);
    }
    if (closing != null) {
      builder.closing(closing);
    }
    return builder;
  }

  private StatementHeader header(@Nullable String number) {
    return new StatementHeader(
        StatementFormat.BAI2,
        "BAI2",
        group.kind(),
        group.fileId(),
        null,
        null,
        null,
        number == null ? options.account() : number,
        null,
        currency,
        day(),
        day(),
        null);
  }

  /** Status and summary codes: type, amount, item count, funds type with what belongs to it. */
  private void summarize(String[] fields) {
    int at = 3;
    while (at < fields.length) {
      String type = Bai2Statements.field(fields, at);
      String amount = Bai2Statements.field(fields, at + 1);
      if (!amount.isEmpty()) {
        BigInteger units = signed(amount, place).toBigIntegerExact();
        controlTotal = controlTotal.add(units);
        if (!type.isEmpty()) {
          summary.put(type, units);
        }
      }
      at += 3;
      at += fundsFields(fields, at);
    }
  }

  /** How many fields the funds type at this position takes, with it. */
  static int fundsFields(String[] fields, int at) {
    String type = Bai2Statements.field(fields, at);
    return switch (type) {
      case "S" -> 4;
      case "V" -> 3;
      case "D" -> {
        String count = Bai2Statements.field(fields, at + 1);
        yield count.matches("[0-9]{1,3}") ? 2 + 2 * Integer.parseInt(count) : 2;
      }
      default -> 1;
    };
  }

  private @Nullable Balance balance(String code) {
    BigInteger units = summary.get(code);
    return units == null
        ? null
        : new Balance(
            new Money(new BigDecimal(units, currency.getDefaultFractionDigits()), currency), day());
  }

  /** A whole number with or without sign. */
  static BigDecimal signed(String text, String place) {
    if (!text.matches("[+-]?[0-9]{1,18}")) {
      throw BankFileError.VALUE.refusing(place, Values.shown(text), "an amount");
    }
    return new BigDecimal(text);
  }
}
