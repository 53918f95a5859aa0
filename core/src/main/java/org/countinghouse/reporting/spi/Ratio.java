package org.countinghouse.reporting.spi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One amount as a share of the size of another in the same row: a cell of a column of {@link
 * Column.Kind#PERCENT}.
 *
 * @param value 0.1250 is 12.5 %, rounded half up to four decimals
 * @param part key of the money column above the line
 * @param whole key of the money column below the line; its size counts, not its sign, so that a
 *     change for the better of a negative amount is positive
 */
public record Ratio(BigDecimal value, String part, String whole) {

  /** Decimals of a ratio: hundredths of a percent. */
  public static final int SCALE = 4;

  /** The ratio of two amounts; {@code null}, an empty cell, where the whole is nothing. */
  public static @Nullable Ratio of(Money part, String partColumn, Money whole, String wholeColumn) {
    if (whole.isZero()) {
      return null;
    }
    BigDecimal value = part.amount().divide(whole.amount().abs(), SCALE, RoundingMode.HALF_UP);
    return new Ratio(value, partColumn, wholeColumn);
  }
}
