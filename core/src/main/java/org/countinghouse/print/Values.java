package org.countinghouse.print;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.countinghouse.money.Money;

/**
 * How values of a model read in a language: dates in words, numbers with its separators, money with
 * all decimals of its currency and the currency's code behind it.
 */
public final class Values {

  /** Enough for any quantity or unit price; nothing is rounded away below it. */
  private static final int DECIMALS_MAX = 10;

  private final Locale locale;

  /** The values as people of this language and country write them. */
  public Values(Locale locale) {
    this.locale = locale;
  }

  /** The value as text; whatever is no date, number or money stays as it is. */
  public String format(Object value) {
    if (value instanceof Money money) {
      return money(money);
    }
    if (value instanceof LocalDate date) {
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(date);
    }
    if (value instanceof BigDecimal number) {
      return number(number, 0);
    }
    if (value instanceof Currency currency) {
      return currency.getCurrencyCode();
    }
    return String.valueOf(value);
  }

  private String money(Money money) {
    // a no-break space: an amount and its currency never part at the end of a line
    return number(money.amount(), money.amount().scale())
        + '\u00a0'
        + money.currency().getCurrencyCode();
  }

  private String number(BigDecimal number, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(Math.max(decimals, DECIMALS_MAX));
    // some languages group by a space no font here has
    return format.format(number).replace('\u202f', '\u00a0');
  }
}
