package org.countinghouse.matching;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much more is still taken as the same. Where both measures are given, both must be kept; where
 * neither is, nothing more is taken.
 *
 * @param percent of what was agreed
 * @param amount in the unit of what is compared
 */
public record Limit(@Nullable BigDecimal percent, @Nullable BigDecimal amount) {

  /** Nothing more is taken. */
  public static final Limit NONE = new Limit(null, null);

  private static final int PERCENT_DIGITS = 2;

  /** A limit by percentage only. */
  public static Limit percent(String percent) {
    return new Limit(new BigDecimal(percent), null);
  }

  /**
   * Whether an excess is taken.
   *
   * @param excess by how much more; zero and below always is
   * @param agreed what it is measured by
   */
  public boolean allows(BigDecimal excess, BigDecimal agreed) {
    if (excess.signum() <= 0) {
      return true;
    }
    boolean bounded = percent != null || amount != null;
    boolean inPercent =
        percent == null
            || excess.movePointRight(PERCENT_DIGITS).compareTo(percent.multiply(agreed.abs())) <= 0;
    boolean inAmount = amount == null || excess.compareTo(amount) <= 0;
    return bounded && inPercent && inAmount;
  }
}
