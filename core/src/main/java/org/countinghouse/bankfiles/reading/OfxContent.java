package org.countinghouse.bankfiles.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.countinghouse.bankfiles.Balance;
import org.countinghouse.bankfiles.BankEntry;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.BankParty;
import org.countinghouse.bankfiles.BankTransaction;
import org.countinghouse.bankfiles.EntryStatus;
import org.countinghouse.bankfiles.StatementFormat;
import org.countinghouse.bankfiles.StatementHeader;
import org.countinghouse.bankfiles.StatementKind;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.bankfiles.StatementSink;
import org.countinghouse.bankfiles.TransactionReferences;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** What the values of an OFX file mean. */
final class OfxContent {

  private static final Set<String> STATEMENTS = Set.of("STMTRS", "CCSTMTRS");
  private static final Set<String> TRANSACTIONS = Set.of("STMTTRN", "STMTTRNP");

  /** Aggregates whose values have a meaning of their own. */
  private static final Set<String> KNOWN =
      Set.of(
          "STMTRS",
          "CCSTMTRS",
          "STMTTRN",
          "STMTTRNP",
          "BANKACCTFROM",
          "CCACCTFROM",
          "BANKACCTTO",
          "CCACCTTO",
          "LEDGERBAL",
          "AVAILBAL",
          "BANKTRANLIST",
          "BANKTRANLISTP",
          "PAYEE",
          "CURRENCY",
          "ORIGCURRENCY",
          "STATUS");

  private static final Pattern AMOUNT = Pattern.compile("[+-]?[0-9]{1,15}([.,][0-9]{0,4})?");
  private static final int DAY_DIGITS = 8;

  private final StatementOptions options;
  private final StatementSink sink;

  /** Values of the statement, by aggregate and name; without those of its transactions. */
  private final Map<String, String> values = new HashMap<>();

  private final Map<String, String> transaction = new HashMap<>();
  private boolean inTransaction;
  private @Nullable StatementBuilder builder;
  private int statements;

  OfxContent(StatementOptions options, StatementSink sink) {
    this.options = options;
    this.sink = sink;
  }

  void opened(String tag) {
    if (STATEMENTS.contains(tag)) {
      values.clear();
      builder = null;
    } else if (TRANSACTIONS.contains(tag)) {
      transaction.clear();
      inTransaction = true;
    }
  }

  void value(Deque<String> open, String tag, String text, String place) {
    String aggregate = open.stream().filter(KNOWN::contains).findFirst().orElse("");
    String key = TRANSACTIONS.contains(aggregate) ? tag : aggregate + "." + tag;
    (inTransaction ? transaction : values).putIfAbsent(key, text);
  }

  void closed(String tag, String place) {
    if (TRANSACTIONS.contains(tag)) {
      inTransaction = false;
      StatementBuilder begun = begun(place);
      begun.entry(entry(begun.nextPosition(), tag.equals("STMTTRNP"), place));
    } else if (STATEMENTS.contains(tag)) {
      StatementBuilder begun = begun(place);
      String closing = values.get("LEDGERBAL.BALAMT");
      if (closing != null) {
        String on = values.get("LEDGERBAL.DTASOF");
        begun.closing(
            new Balance(
                money(closing, currency(place), place), on == null ? null : day(on, place)));
      }
      begun.end(true);
      statements++;
    }
  }

  void end() {
    if (statements == 0) {
      throw BankFileError.EMPTY.refusing("", "statement");
    }
  }

  private StatementBuilder begun(String place) {
    if (builder == null) {
      String account = account("ACCTID");
      String from = values.get("BANKTRANLIST.DTSTART");
      String to = values.get("BANKTRANLIST.DTEND");
      builder =
          new StatementBuilder(
              new StatementHeader(
                  StatementFormat.OFX,
                  "OFX",
                  StatementKind.STATEMENT,
                  null,
                  null,
                  null,
                  null,
                  account == null ? options.account() : account,
                  account("BANKID"),
                  currency(place),
                  from == null ? null : day(from, place),
                  to == null ? null : day(to, place),
                  null),
              sink);
    }
    return builder;
  }

  private @Nullable String account(String field) {
    String bank = values.get("BANKACCTFROM." + field);
    return Values.account(bank == null ? values.get("CCACCTFROM." + field) : bank);
  }

  private Currency currency(String place) {
    String code = values.getOrDefault("STMTRS.CURDEF", values.get("CCSTMTRS.CURDEF"));
    if (code == null) {
      if (options.currency() != null) {
        return options.currency();
      }
      throw BankFileError.MISSING.refusing(place, "The currency (CURDEF)");
    }
    return Values.currency(code, place);
  }

  private BankEntry entry(int position, boolean pending, String place) {
    Currency currency = currency(place);
    String foreign = transaction.get("CURRENCY.CURSYM");
    Money amount =
        money(
            required("TRNAMT", place),
            foreign == null ? currency : Values.currency(foreign, place),
            place);
    LocalDate booked = day(required(pending ? "DTTRAN" : "DTPOSTED", place), place);
    String value = transaction.get("DTAVAIL");
    String bank = Values.reference(transaction.get("FITID"));
    String check = Values.reference(transaction.get("CHECKNUM"));
    String reference = check == null ? Values.reference(transaction.get("REFNUM")) : check;
    String code = transaction.get("TRNTYPE");
    var details =
        BankTransaction.of(
            amount,
            TransactionReferences.of(reference, bank),
            party(),
            transaction.get("MEMO"),
            code);
    return new BankEntry(
        position,
        amount,
        pending ? EntryStatus.PENDING : EntryStatus.BOOKED,
        false,
        booked,
        value == null ? null : day(value, place),
        bank,
        reference,
        code,
        null,
        null,
        null,
        List.of(details));
  }

  private BankParty party() {
    String name = transaction.getOrDefault("NAME", transaction.get("PAYEE.NAME"));
    String account =
        transaction.getOrDefault("BANKACCTTO.ACCTID", transaction.get("CCACCTTO.ACCTID"));
    return name == null && account == null
        ? BankParty.UNKNOWN
        : new BankParty(name, Values.account(account), transaction.get("BANKACCTTO.BANKID"));
  }

  private String required(String name, String place) {
    String value = transaction.get(name);
    if (value == null) {
      throw BankFileError.MISSING.refusing(place, "Element " + name);
    }
    return value;
  }

  private static Money money(String text, Currency currency, String place) {
    if (!AMOUNT.matcher(text).matches()) {
      throw BankFileError.VALUE.refusing(place, Values.shown(text), "an amount");
    }
    String point = text.replace(',', '.');
    return Values.money(new BigDecimal(point.endsWith(".") ? point + "0" : point), currency, place);
  }

  /** The first eight digits: time and zone are the bank's, and so is the day. */
  private static LocalDate day(String text, String place) {
    return Values.digits(text.length() > DAY_DIGITS ? text.substring(0, DAY_DIGITS) : text, place);
  }
}
