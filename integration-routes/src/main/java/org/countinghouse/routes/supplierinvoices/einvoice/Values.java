package org.countinghouse.routes.supplierinvoices.einvoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.countinghouse.money.Money;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.routes.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/** Turns the texts of a document into values, or says which one cannot be used. */
final class Values {

  /** Prices per 3 or 7 pieces have no end; ten decimals keep a cent on a hundred million pieces. */
  private static final int UNIT_PRICE_DECIMALS = 10;

  private Values() {}

  static String required(XmlNode node, String term, String... path) {
    String text = node.text(path);
    if (text == null) {
      throw new UnusableValueException(place(node, path), term, "");
    }
    return text;
  }

  static LocalDate date(XmlNode node, String term, DateTimeFormatter format, String... path) {
    String text = required(node, term, path);
    try {
      return LocalDate.parse(text, format);
    } catch (DateTimeException e) {
      throw new UnusableValueException(place(node, path), term, text);
    }
  }

  static Currency currency(XmlNode node, String term, String... path) {
    String code = required(node, term, path);
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new UnusableValueException(place(node, path), term, code);
    }
  }

  static Money money(XmlNode node, Currency currency, String term, String... path) {
    BigDecimal amount = decimal(node, term, path);
    if (amount == null) {
      throw new UnusableValueException(place(node, path), term, "");
    }
    return new Money(amount, currency);
  }

  static Money moneyOrZero(XmlNode node, Currency currency, String term, String... path) {
    BigDecimal amount = decimal(node, term, path);
    return amount == null ? Money.zero(currency) : new Money(amount, currency);
  }

  static @Nullable BigDecimal decimal(XmlNode node, String term, String... path) {
    String text = node.text(path);
    if (text == null) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new UnusableValueException(place(node, path), term, text);
    }
  }

  /** The price of one unit where the document prices so many of them at once. */
  static @Nullable BigDecimal perUnit(@Nullable BigDecimal price, @Nullable BigDecimal base) {
    if (price == null || base == null || base.signum() == 0) {
      return price;
    }
    return base.compareTo(BigDecimal.ONE) == 0
        ? price
        : price.divide(base, UNIT_PRICE_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
  }

  /** Each account once, however often and with whatever bank name the document repeats it. */
  static List<PayeeAccount> eachOnce(Stream<PayeeAccount> accounts) {
    Map<String, PayeeAccount> byNumber = new LinkedHashMap<>();
    accounts.forEach(
        account ->
            byNumber.putIfAbsent(
                account.number().replaceAll("\\s", "").toUpperCase(Locale.ROOT), account));
    return List.copyOf(byNumber.values());
  }

  private static String place(XmlNode node, String... path) {
    return node.path() + "/" + String.join("/", path);
  }
}
