package org.countinghouse.assets;

import java.math.BigDecimal;
import org.countinghouse.assets.schedule.Convention;
import org.countinghouse.assets.schedule.Method;
import org.jspecify.annotations.Nullable;

/**
 * What of the terms of its category an asset has otherwise; absent: as the category.
 *
 * @param residual in base currency
 * @param units production expected over its life, or from its takeover on
 * @param unit what is counted: {@code km}
 */
public record TermsWish(
    @Nullable Method method,
    @Nullable Convention convention,
    @Nullable Integer lifeMonths,
    @Nullable BigDecimal annualRate,
    @Nullable BigDecimal residual,
    @Nullable BigDecimal units,
    @Nullable String unit) {

  /** Everything as the category says. */
  public static final TermsWish AS_CATEGORY =
      new TermsWish(null, null, null, null, null, null, null);
}
