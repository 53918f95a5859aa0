package org.countinghouse.notification;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** Amounts, days and moments as their reader writes them. */
final class ReaderFormats {

  private ReaderFormats() {}

  /** The model with {@link Money}, {@link LocalDate} and {@link Instant} as text. */
  static Map<String, Object> apply(Map<String, ?> model, Locale reader, ZoneId zone) {
    Map<String, Object> texts = new HashMap<>();
    model.forEach(
        (name, value) -> {
          Object text = text(value, reader, zone);
          if (text != null) {
            texts.put(name, text);
          } else {
            texts.put(name, ""); // nothing to say; a section over it is left out
          }
        });
    return texts;
  }

  private static @Nullable Object text(@Nullable Object value, Locale reader, ZoneId zone) {
    if (value instanceof Money money) {
      NumberFormat format = NumberFormat.getCurrencyInstance(reader);
      format.setCurrency(money.currency());
      format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
      format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
      return format.format(money.amount());
    }
    if (value instanceof LocalDate day) {
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(reader).format(day);
    }
    if (value instanceof Instant moment) {
      return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
          .withLocale(reader)
          .format(moment.atZone(zone));
    }
    return value;
  }
}
