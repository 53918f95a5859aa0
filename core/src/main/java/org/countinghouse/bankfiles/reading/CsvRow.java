package org.countinghouse.bankfiles.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.bankfiles.BankEntry;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.BankParty;
import org.countinghouse.bankfiles.BankTransaction;
import org.countinghouse.bankfiles.EntryStatus;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.bankfiles.TransactionReferences;
import org.countinghouse.bankfiles.reading.CsvColumns.Meaning;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** One line of a table. What can be read in two ways is refused. */
record CsvRow(CsvColumns columns, List<String> cells, String place, StatementOptions options) {

  private static final Pattern POINTED =
      Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4}|[0-9]{2})");
  private static final Pattern DASHED = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})");
  private static final Pattern SLASHED = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
  private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?)([0-9][0-9.,' \\u00a0\\u202f]*?)([+-]?)");
  private static final Pattern PENDING =
      Pattern.compile(
          "(?i).*(pending|vorgemerkt|vorgemerkter|en attente|pendiente|in behandeling).*");
  private static final Pattern DEBITED = Pattern.compile("(?i)(d|dr|debit|s|soll|af|dbit)");
  private static final int CENTURY = 2000;
  private static final int GROUP = 3;

  /**
   * What a line says.
   *
   * @param balance after it; null without such a column
   * @param account the owner's own; null without such a column
   */
  record Row(
      Money amount,
      LocalDate bookedOn,
      @Nullable LocalDate valueOn,
      EntryStatus status,
      @Nullable Money balance,
      @Nullable String account,
      @Nullable String reference,
      BankTransaction details) {

    BankEntry entry(int position) {
      return new BankEntry(
          position,
          amount,
          status,
          false,
          bookedOn,
          valueOn,
          reference,
          details.references().endToEndId(),
          null,
          null,
          null,
          null,
          List.of(details));
    }
  }

  /** Whether it says what its amount is in. */
  boolean namesItsCurrency() {
    return cell(Meaning.CURRENCY) != null;
  }

  Row read(@Nullable Currency known) {
    String code = cell(Meaning.CURRENCY);
    Currency currency =
        code == null ? known : Values.currency(code.toUpperCase(Locale.ROOT), place);
    if (currency == null) {
      throw BankFileError.MISSING.refusing(place, "The currency");
    }
    Money amount = amount(currency);
    String day = cell(Meaning.BOOKED_ON);
    if (day == null) {
      throw BankFileError.MISSING.refusing(place, "The booking date");
    }
    String value = cell(Meaning.VALUE_ON);
    String balance = cell(Meaning.BALANCE);
    String status = cell(Meaning.STATUS);
    return new Row(
        amount,
        day(day),
        value == null ? null : day(value),
        status != null && PENDING.matcher(status).matches()
            ? EntryStatus.PENDING
            : EntryStatus.BOOKED,
        balance == null ? null : Values.money(number(balance), currency, place),
        cell(Meaning.OWN_ACCOUNT),
        Values.reference(cell(Meaning.REFERENCE)),
        details(amount));
  }

  private BankTransaction details(Money amount) {
    String reference = Values.reference(cell(Meaning.REFERENCE));
    String endToEnd = Values.reference(cell(Meaning.END_TO_END));
    String text = cell(Meaning.TEXT);
    var party =
        new BankParty(
            cell(Meaning.NAME), Values.account(cell(Meaning.ACCOUNT)), cell(Meaning.BANK));
    return BankTransaction.of(
        amount,
        TransactionReferences.of(endToEnd == null ? reference : endToEnd, reference),
        party,
        text == null ? null : text.replaceAll("\\s+", " "),
        null);
  }

  private @Nullable String cell(Meaning meaning) {
    return columns.cell(cells, meaning);
  }

  private Money amount(Currency currency) {
    String amount = cell(Meaning.AMOUNT);
    if (amount != null) {
      String direction = cell(Meaning.DIRECTION);
      BigDecimal number = number(amount);
      boolean debited = direction != null && DEBITED.matcher(direction).matches();
      return Values.money(debited ? number.abs().negate() : number, currency, place);
    }
    String debit = cell(Meaning.DEBIT);
    String credit = cell(Meaning.CREDIT);
    if (debit == null && credit == null) {
      throw BankFileError.MISSING.refusing(place, "The amount");
    }
    BigDecimal in = credit == null ? BigDecimal.ZERO : number(credit);
    BigDecimal out = debit == null ? BigDecimal.ZERO : number(debit).abs();
    return Values.money(in.subtract(out), currency, place);
  }

  /**
   * A number with point or comma: the later of two is the decimal one, a single one followed by
   * three digits could be either.
   */
  private BigDecimal number(String text) {
    Matcher matcher = NUMBER.matcher(text.strip());
    if (!matcher.matches() || (!matcher.group(1).isEmpty() && !matcher.group(3).isEmpty())) {
      throw BankFileError.VALUE.refusing(place, Values.shown(text), "an amount");
    }
    String digits = matcher.group(2).replaceAll("[' \\u00a0\\u202f]", "");
    int point = digits.lastIndexOf('.');
    int comma = digits.lastIndexOf(',');
    int decimal = Math.max(point, comma);
    if (decimal >= 0) {
      char mark = digits.charAt(decimal);
      boolean repeated = digits.indexOf(mark) != decimal;
      boolean single = Math.min(point, comma) < 0 && !repeated;
      if (single && digits.length() - decimal - 1 == GROUP) {
        throw BankFileError.AMBIGUOUS.refusing(place, Values.shown(text), "an amount");
      }
      digits =
          repeated
              ? digits.replaceAll("[.,]", "")
              : digits.substring(0, decimal).replaceAll("[.,]", "")
                  + "."
                  + digits.substring(decimal + 1);
    }
    boolean negative = (matcher.group(1) + matcher.group(3)).equals("-");
    if (digits.endsWith(".")) {
      digits = digits.substring(0, digits.length() - 1);
    }
    BigDecimal number = Values.decimal(digits, place);
    return negative ? number.negate() : number;
  }

  private LocalDate day(String text) {
    if (ISO.matcher(text).matches()) {
      return Values.day(text, place);
    }
    if (text.matches("[0-9]{8}")) {
      return Values.digits(text, place);
    }
    for (Pattern dayFirst : new Pattern[] {POINTED, DASHED}) {
      Matcher matcher = dayFirst.matcher(text);
      if (matcher.matches()) {
        return day(matcher, 1, 2, text);
      }
    }
    Matcher slashed = SLASHED.matcher(text);
    if (slashed.matches()) {
      return options.monthFirst() ? day(slashed, 2, 1, text) : day(slashed, 1, 2, text);
    }
    throw BankFileError.VALUE.refusing(place, Values.shown(text), "a date");
  }

  private LocalDate day(Matcher matcher, int day, int month, String text) {
    int year = Integer.parseInt(matcher.group(3));
    return Values.day(
        year < CENTURY / 10 ? year + CENTURY : year,
        Integer.parseInt(matcher.group(month)),
        Integer.parseInt(matcher.group(day)),
        text,
        place);
  }
}
