package org.countinghouse.bankfiles.reading;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.bankfiles.Balance;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.StatementFormat;
import org.countinghouse.bankfiles.StatementHeader;
import org.countinghouse.bankfiles.StatementKind;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.bankfiles.StatementSink;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** One MT940 or MT942 while its fields come in. */
final class Mt940Statement {

  private static final Pattern BALANCE =
      Pattern.compile("([CD])([0-9]{6})([A-Z]{3})([0-9]{1,15},?[0-9]*)\\s*");
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,10})(?:/([0-9]{1,5}))?\\s*");

  /** Floor limit and date of an MT942, which has no balances. */
  private static final Pattern INTERIM = Pattern.compile("34F|13D|13");

  private static final Pattern FLOOR_CURRENCY = Pattern.compile("([A-Z]{3}).*", Pattern.DOTALL);
  private static final Pattern ACCOUNT_CURRENCY = Pattern.compile(".*[0-9]([A-Z]{3})");

  private final StatementOptions options;
  private final StatementSink sink;
  private final Set<String> once = new HashSet<>();
  private @Nullable StatementBuilder builder;
  private @Nullable Mt940Entry entry;
  private @Nullable String reference;
  private @Nullable String account;
  private @Nullable Long sequence;
  private @Nullable Integer page;
  private @Nullable Balance opening;
  private @Nullable Balance closing;
  private @Nullable Currency currency;
  private boolean interim;
  private @Nullable String repeated;

  Mt940Statement(StatementOptions options, StatementSink sink) {
    this.options = options;
    this.sink = sink;
    this.currency = options.currency();
  }

  void field(String tag, String value, String place) {
    if (INTERIM.matcher(tag).matches()) {
      interim = true;
    }
    switch (tag) {
      case "20" -> reference = Values.present(value);
      case "25" -> account(value);
      case "28", "28C" -> number(value);
      case "34F" -> floor(value, place);
      case "60F", "60M" -> {
        single("60");
        opening = balance(value, place);
      }
      case "61" -> {
        flush();
        entry = Mt940Entry.of(value, place);
      }
      case "86" -> text(value);
      case "62F", "62M" -> {
        single("62");
        flush();
        closing = balance(value, place);
      }
      default -> {
        // available balances, totals of an MT942 and what a bank adds of its own
      }
    }
  }

  private void account(String value) {
    single("25");
    String written = value.lines().findFirst().orElse("");
    account = Values.account(written.replace("\"", ""));
    if (account != null && currency == null) {
      Matcher matcher = ACCOUNT_CURRENCY.matcher(account);
      if (matcher.matches()) {
        currency = known(matcher.group(1));
      }
    }
  }

  private static @Nullable Currency known(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(each -> each.getCurrencyCode().equals(code))
        .findFirst()
        .orElse(null);
  }

  private void number(String value) {
    Matcher matcher = NUMBER.matcher(value);
    if (matcher.matches()) {
      sequence = Long.valueOf(matcher.group(1));
      page = matcher.group(2) == null ? null : Integer.valueOf(matcher.group(2));
    }
  }

  private void floor(String value, String place) {
    Matcher matcher = FLOOR_CURRENCY.matcher(value);
    if (matcher.matches()) {
      currency = Values.currency(matcher.group(1), place);
    }
  }

  private void text(String value) {
    if (entry != null) {
      entry.text(value);
    }
    // a text behind the closing balance is about the statement, not about an entry
  }

  private void single(String tag) {
    if (!once.add(tag)) {
      repeated = ":" + tag + ":";
    }
  }

  private Balance balance(String value, String place) {
    Matcher matcher = BALANCE.matcher(value);
    if (!matcher.matches()) {
      throw BankFileError.VALUE.refusing(place, Values.shown(value), "a balance");
    }
    currency = Values.currency(matcher.group(3), place);
    Money amount = Mt940Entry.amount(matcher.group(4), currency, place);
    LocalDate on = Values.digits(matcher.group(2), place);
    return new Balance(matcher.group(1).equals("C") ? amount : amount.negated(), on);
  }

  private StatementBuilder begun() {
    if (builder == null) {
      builder = new StatementBuilder(header(), sink);
    }
    return builder;
  }

  private StatementHeader header() {
    return new StatementHeader(
        StatementFormat.MT940,
        interim ? "MT942" : "MT940",
        interim ? StatementKind.INTRADAY : StatementKind.STATEMENT,
        reference,
        reference,
        sequence,
        page,
        account == null ? options.account() : account,
        null,
        currency,
        null,
        null,
        null);
  }

  private void flush() {
    if (entry != null) {
      StatementBuilder begun = begun();
      if (currency == null) {
        throw BankFileError.MISSING.refusing(entry.place(), "The currency (:60F:)");
      }
      begun.entry(entry.build(begun.nextPosition(), currency));
      entry = null;
    }
  }

  void end() {
    flush();
    StatementBuilder begun = begun();
    if (opening != null) {
      begun.opening(opening);
    }
    if (closing != null) {
      begun.closing(closing);
    }
    if (repeated != null) {
      begun.found(BankFileError.REPEATED.at("", repeated, header().name()));
    }
    begun.end(true);
  }
}
