package org.countinghouse.routes.journals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal as another program states it.
 *
 * @param place where it stands in its file, as a person finds it: {@code line 7}
 * @param reference unique among all bookings of its source, over all files
 */
public record Booking(
    String place, LocalDate date, String reference, String description, List<Line> lines) {

  public Booking {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param amount debit positive, credit negative
   * @param baseAmount the same in base currency; null: not stated
   */
  public record Line(
      String account,
      BigDecimal amount,
      Currency currency,
      @Nullable BigDecimal baseAmount,
      @Nullable String costCentre,
      @Nullable String text) {}
}
