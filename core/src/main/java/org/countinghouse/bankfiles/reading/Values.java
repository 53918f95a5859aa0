package org.countinghouse.bankfiles.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads single values as strictly as money deserves: nothing is guessed. */
final class Values {

  /** ISO 20022 allows 18 digits in all, 5 of them behind the point. */
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}(\\.[0-9]{0,5})?");

  private static final Pattern YEAR_FIRST = Pattern.compile("[0-9]{6}|[0-9]{8}");
  private static final Pattern MAY_BE_ACCOUNT = Pattern.compile("[A-Z]{0,4}[0-9][0-9A-Z]{8,}");
  private static final int ISO_DAY_LENGTH = 10;
  private static final int SHOWN_MAX = 60;
  private static final int CENTURY_PIVOT = 80;
  private static final int FEBRUARY = 2;
  private static final int BANKERS_MONTH_DAYS = 30;

  /** What banks write where they have no reference. */
  private static final Set<String> PLACEHOLDERS =
      Set.of("NOTPROVIDED", "NONREF", "NOTAVAILABLE", "KREF+", "NONE", "UNKNOWN");

  private static final Map<String, Currency> CURRENCIES = new HashMap<>();

  static {
    Currency.getAvailableCurrencies()
        .forEach(currency -> CURRENCIES.put(currency.getCurrencyCode(), currency));
  }

  private Values() {}

  /** The currency of this ISO 4217 code. */
  static Currency currency(String code, String place) {
    Currency currency = CURRENCIES.get(code);
    if (currency == null || currency.getDefaultFractionDigits() < 0) {
      throw BankFileError.VALUE.refusing(place, shown(code), "a currency");
    }
    return currency;
  }

  /** An amount with a decimal point and without sign. */
  static Money amount(String text, Currency currency, String place) {
    return money(decimal(text, place), currency, place);
  }

  /** A number with a decimal point and without sign. */
  static BigDecimal decimal(String text, String place) {
    if (!DECIMAL.matcher(text).matches()) {
      throw BankFileError.VALUE.refusing(place, shown(text), "an amount");
    }
    return new BigDecimal(text);
  }

  /** The amount in this currency; more decimals than it has must be zeros. */
  static Money money(BigDecimal amount, Currency currency, String place) {
    if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
      throw BankFileError.VALUE.refusing(
          place, amount.toPlainString(), "an amount of " + currency.getCurrencyCode());
    }
    return new Money(amount, currency);
  }

  /** A day as ISO 8601 writes it, whatever time and zone follow: the bank's own day counts. */
  static LocalDate day(String text, String place) {
    try {
      return LocalDate.parse(
          text.length() > ISO_DAY_LENGTH ? text.substring(0, ISO_DAY_LENGTH) : text);
    } catch (DateTimeException e) {
      throw BankFileError.VALUE.refusing(place, shown(text), "a date");
    }
  }

  /** A moment as ISO 8601 writes it; null when it is none, since nothing hangs on it. */
  static @Nullable LocalDateTime moment(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeException local) {
      try {
        return OffsetDateTime.parse(text).toLocalDateTime();
      } catch (DateTimeException none) {
        return null;
      }
    }
  }

  /**
   * A day as six or eight digits, year first. Years below 80 are of this century. The 30th (29th)
   * of February, which banks that count 30 days a month write, is its last day.
   */
  static LocalDate digits(String text, String place) {
    if (!YEAR_FIRST.matcher(text).matches()) {
      throw BankFileError.VALUE.refusing(place, shown(text), "a date");
    }
    int year = Integer.parseInt(text.substring(0, text.length() - 4));
    if (text.length() == 6) {
      year += year < CENTURY_PIVOT ? 2000 : 1900;
    }
    return day(
        year,
        Integer.parseInt(text.substring(text.length() - 4, text.length() - 2)),
        Integer.parseInt(text.substring(text.length() - 2)),
        text,
        place);
  }

  /** The day of these numbers; of a banker's February, its last. */
  static LocalDate day(int year, int month, int day, String text, String place) {
    try {
      if (month == FEBRUARY && day <= BANKERS_MONTH_DAYS && day > 28) {
        LocalDate first = LocalDate.of(year, month, 1);
        return first.withDayOfMonth(Math.min(day, first.lengthOfMonth()));
      }
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw BankFileError.VALUE.refusing(place, shown(text), "a date");
    }
  }

  /** The text without blanks around it; null when nothing is left of it. */
  static @Nullable String present(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String stripped = text.strip();
    return stripped.isEmpty() ? null : stripped;
  }

  /** A reference; null when it is none or one of the words for none. */
  static @Nullable String reference(@Nullable String text) {
    String present = present(text);
    return present == null || PLACEHOLDERS.contains(present.toUpperCase(Locale.ROOT))
        ? null
        : present;
  }

  /** An account number without blanks. */
  static @Nullable String account(@Nullable String text) {
    String present = present(text);
    return present == null ? null : present.replace(" ", "");
  }

  /** What a message may repeat of a file: what may be an account number only by its ends. */
  static String shown(String text) {
    String line =
        MAY_BE_ACCOUNT
            .matcher(text.replaceAll("\\p{Cntrl}", " "))
            .replaceAll(found -> AccountNumber.masked(found.group()));
    return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "…";
  }
}
