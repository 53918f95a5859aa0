package org.countinghouse.bankfiles.reading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.bankfiles.BankEntry;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.BankParty;
import org.countinghouse.bankfiles.BankTransaction;
import org.countinghouse.bankfiles.EntryStatus;
import org.countinghouse.bankfiles.TransactionReferences;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** A transaction (16) of a BAI2 file with its continuations. */
final class Bai2Entry {

  private static final int TEXT_MAX = 20_000;
  private static final int FUNDS_FIELD = 3;
  private static final int NON_MONETARY = 890;

  /** Fields some banks put into the text: {@code EREF: 1111}. */
  private static final Pattern TAGGED = Pattern.compile("(EREF|CRNM|DBNM|REMI|CACT|DACT): ?(.+)");

  private final String[] fields;
  private final String place;
  private final BigInteger units;
  private final int textField;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> tags = new HashMap<>();

  Bai2Entry(String record, String place) {
    this.fields = Bai2Statements.fields(record);
    this.place = place;
    String amount = Bai2Statements.field(fields, 2);
    this.units =
        amount.isEmpty() ? BigInteger.ZERO : Bai2Account.signed(amount, place).toBigIntegerExact();
    this.textField = FUNDS_FIELD + Bai2Account.fundsFields(fields, FUNDS_FIELD) + 2;
    for (int i = textField; i < fields.length; i++) {
      text.append(i == textField ? "" : ",").append(fields[i]);
    }
  }

  /** More of its text (88). */
  void continued(String record) {
    String more = record.substring(Math.min(3, record.length()));
    String plain = more.endsWith("/") ? more.substring(0, more.length() - 1) : more;
    Matcher tag = TAGGED.matcher(plain.strip());
    if (tag.matches()) {
      tags.putIfAbsent(tag.group(1), tag.group(2).strip());
    }
    text.append(' ').append(plain);
    if (text.length() > TEXT_MAX) {
      throw BankFileError.TOO_LONG.refusing(place, "The text", TEXT_MAX);
    }
  }

  /** What it adds to the control total: the amount as it stands. */
  BigInteger units() {
    return units;
  }

  BankEntry build(int position, Currency currency, LocalDate day) {
    String code = Bai2Statements.field(fields, 1);
    BigDecimal unsigned = new BigDecimal(units, currency.getDefaultFractionDigits());
    Money amount = new Money(isCredit(code) ? unsigned : unsigned.negate(), currency);
    String bank = Values.reference(Bai2Statements.field(fields, textField - 2));
    String customer = Values.reference(Bai2Statements.field(fields, textField - 1));
    String said = Values.present(text.toString().replaceAll("\\s+", " "));
    String endToEnd = Values.reference(tags.get("EREF"));
    var transaction =
        new BankTransaction(
            amount,
            TransactionReferences.of(endToEnd == null ? customer : endToEnd, bank),
            party(amount),
            tags.containsKey("REMI") ? tags.get("REMI") : said,
            List.of(),
            null,
            null,
            null,
            null,
            code);
    return new BankEntry(
        position,
        amount,
        code.equals(String.valueOf(NON_MONETARY)) ? EntryStatus.INFORMATION : EntryStatus.BOOKED,
        false,
        day,
        valueOn(),
        bank,
        customer,
        code,
        said,
        null,
        null,
        List.of(transaction));
  }

  private BankParty party(Money amount) {
    boolean credit = !amount.isNegative();
    String name = tags.get(credit ? "DBNM" : "CRNM");
    String account = Values.account(tags.get(credit ? "DACT" : "CACT"));
    return name == null && account == null ? BankParty.UNKNOWN : new BankParty(name, account, null);
  }

  /** Funds type V carries the value date. */
  private @Nullable LocalDate valueOn() {
    boolean dated = Bai2Statements.field(fields, FUNDS_FIELD).equals("V");
    String day = dated ? Bai2Statements.field(fields, FUNDS_FIELD + 1) : "";
    return day.isEmpty() ? null : Values.digits(day, place);
  }

  /** 100-399 and 920-959 are credits, 400-699 and 960-999 debits; loans (700) are neither. */
  private boolean isCredit(String code) {
    int number = code.matches("[0-9]{3}") ? Integer.parseInt(code) : 0;
    if ((number >= 100 && number <= 399) || (number >= 920 && number <= 959)) {
      return true;
    }
    boolean debit = (number >= 400 && number <= 699) || number >= 960;
    if (!debit && number != NON_MONETARY) {
      throw BankFileError.VALUE.refusing(place, Values.shown(code), "a type of transaction");
    }
    return false;
  }
}
