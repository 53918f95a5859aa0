package org.countinghouse.assets.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * By what terms an asset is written down.
 *
 * @param inServiceOn when it became available for use (IAS 16.55)
 * @param lifeMonths useful life; needed by straight line and declining
 * @param annualRate declining: part of the book value at the start of a year, {@code 0.4} is 40 %
 * @param residual what is left at the end of its life, in the organization's base currency
 * @param units units of production expected over its life, or from its takeover on
 */
public record Terms(
    Method method,
    Convention convention,
    LocalDate inServiceOn,
    @Nullable Integer lifeMonths,
    @Nullable BigDecimal annualRate,
    Money residual,
    @Nullable BigDecimal units) {

  /** Refuses terms its method cannot be calculated by: a mistake of the caller. */
  public Terms {
    boolean complete =
        switch (method) {
          case NONE -> true;
          case STRAIGHT_LINE -> lifeMonths != null;
          case DECLINING -> lifeMonths != null && annualRate != null;
          case UNITS -> units != null;
        };
    if (!complete || residual.isNegative()) {
      throw new IllegalArgumentException("incomplete terms for " + method);
    }
  }
}
