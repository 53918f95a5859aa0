package org.countinghouse.payables;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How two spellings of one thing are recognised as the same. */
final class Normalized {

  private Normalized() {}

  /**
   * An invoice number without what people type differently: case, blanks, punctuation, leading
   * zeros. A number of nothing but those stays as it is.
   */
  static String invoiceNumber(String number) {
    String bare =
        number
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]", "")
            .replaceFirst("^0+(?=.)", "");
    return bare.isEmpty() ? number.strip() : bare;
  }

  /** A tax or register number: capitals and digits only; null when nothing is left. */
  static @Nullable String identifier(@Nullable String identifier) {
    if (identifier == null) {
      return null;
    }
    String bare = identifier.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return bare.isEmpty() ? null : bare;
  }

  /** The year in which the fiscal year of the day began. */
  static int fiscalYear(LocalDate day, MonthDay start) {
    return MonthDay.from(day).isBefore(start) ? day.getYear() - 1 : day.getYear();
  }
}
