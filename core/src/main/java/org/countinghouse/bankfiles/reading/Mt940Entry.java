package org.countinghouse.bankfiles.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.bankfiles.BankEntry;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.BankTransaction;
import org.countinghouse.bankfiles.EntryStatus;
import org.countinghouse.bankfiles.TransactionReferences;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** Field 61 with the fields 86 that follow it. */
final class Mt940Entry {

  /**
   * Value date, entry date (which may be blanks), direction, funds code, amount, type, references.
   * RC is a credit taken back (money out), RD a debit taken back (money in).
   */
  private static final Pattern LINE =
      Pattern.compile(
          "([0-9]{6})([0-9]{4}| {4})?(R?[CD])([A-Z])?([0-9]{1,15},[0-9]{0,4}|[0-9]{1,15})"
              + "([A-Z][0-9A-Z ]{3})?(.*)",
          Pattern.DOTALL);

  private static final Pattern INSTRUCTED = Pattern.compile("/OCMT/([A-Z]{3})([0-9]+,[0-9]*)");
  private static final Pattern CHARGES = Pattern.compile("/CHGS/([A-Z]{3})([0-9]+,[0-9]*)");
  private static final Pattern RATE = Pattern.compile("/EXCH/([0-9]+,[0-9]*)");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int HALF_YEAR_DAYS = 183;
  private static final String OWN_REFERENCE_IN_TEXT = "KREF+";

  private final String place;
  private final Matcher line;
  private final StringBuilder text = new StringBuilder();

  private Mt940Entry(String place, Matcher line) {
    this.place = place;
    this.line = line;
  }

  static Mt940Entry of(String value, String place) {
    // an amount may stand on the next line: the field is one, however it was wrapped
    Matcher matcher = LINE.matcher(value);
    if (!matcher.matches()) {
      throw BankFileError.VALUE.refusing(place, Values.shown(value), "a statement line (:61:)");
    }
    return new Mt940Entry(place, matcher);
  }

  String place() {
    return place;
  }

  /** One more field 86; banks that repeat it mean one text. */
  void text(String value) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append(value);
  }

  /** An amount with its decimal comma. */
  static Money amount(String text, Currency currency, String place) {
    String point = text.replace(',', '.');
    return Values.amount(
        point.endsWith(".") ? point.substring(0, point.length() - 1) : point, currency, place);
  }

  BankEntry build(int position, Currency currency) {
    LocalDate valueOn = Values.digits(line.group(1), place);
    String direction = line.group(3);
    boolean credit = direction.equals("C") || direction.equals("RD");
    Money unsigned = amount(line.group(5), currency, place);
    Money amount = credit ? unsigned : unsigned.negated();
    String[] tail = line.group(7).split("\n", 2);
    String[] references = tail[0].split("//", 2);
    String owner = ownerReference(references[0]);
    String bank = references.length > 1 ? Values.reference(references[1]) : null;
    String supplement = tail.length > 1 ? tail[1] : "";
    Mt940Text details = Mt940Text.of(text.toString());
    Money charges = tagged(CHARGES, supplement + text);
    String code = Values.present(line.group(6));
    var transaction =
        new BankTransaction(
            amount,
            references(details, owner, bank),
            details.party(),
            remittance(details, supplement),
            details.creditorReferences(),
            charges,
            original(supplement, currency),
            rate(supplement),
            details.returned(),
            code);
    return new BankEntry(
        position,
        amount,
        EntryStatus.BOOKED,
        direction.startsWith("R"),
        bookedOn(valueOn),
        valueOn,
        bank,
        owner,
        code,
        details.kind() == null ? Values.present(flat(supplement)) : details.kind(),
        null,
        charges,
        List.of(transaction));
  }

  /**
   * The reference for the account owner: 16 characters, behind which some banks go on with text.
   */
  private static @Nullable String ownerReference(String written) {
    String reference = Values.reference(written);
    return reference == null || reference.startsWith(OWN_REFERENCE_IN_TEXT) ? null : reference;
  }

  private static TransactionReferences references(
      Mt940Text details, @Nullable String owner, @Nullable String bank) {
    String endToEnd = details.tagged("EREF");
    return new TransactionReferences(
        endToEnd == null ? owner : endToEnd,
        details.tagged("KREF"),
        null,
        details.tagged("PREF"),
        bank,
        null,
        details.tagged("MREF"));
  }

  private static @Nullable String remittance(Mt940Text details, String supplement) {
    String said = details.remittance();
    return said == null ? Values.present(flat(supplement)) : said;
  }

  private static String flat(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  private @Nullable Money tagged(Pattern pattern, String written) {
    Matcher matcher = pattern.matcher(written);
    return matcher.find()
        ? amount(matcher.group(2), Values.currency(matcher.group(1), place), place)
        : null;
  }

  private @Nullable Money original(String supplement, Currency booked) {
    Money instructed = tagged(INSTRUCTED, supplement + text);
    return instructed == null || instructed.currency().equals(booked) ? null : instructed;
  }

  private @Nullable BigDecimal rate(String supplement) {
    Matcher matcher = RATE.matcher(supplement + text);
    return matcher.find() ? CamtEntry.rate(matcher.group(1).replace(',', '.')) : null;
  }

  /** Month and day, of the year that is nearest to the value date. */
  private LocalDate bookedOn(LocalDate valueOn) {
    String written = line.group(2);
    if (written == null || written.isBlank()) {
      return valueOn;
    }
    LocalDate nearest = null;
    for (int year = valueOn.getYear() - 1; year <= valueOn.getYear() + 1; year++) {
      LocalDate day = inYear(year, written);
      if (Math.abs(day.toEpochDay() - valueOn.toEpochDay()) <= HALF_YEAR_DAYS) {
        nearest = day;
      }
    }
    return nearest == null ? inYear(valueOn.getYear(), written) : nearest;
  }

  private LocalDate inYear(int year, String written) {
    return Values.day(
        year,
        Integer.parseInt(written.substring(0, 2)),
        Integer.parseInt(written.substring(2)),
        written,
        place);
  }
}
