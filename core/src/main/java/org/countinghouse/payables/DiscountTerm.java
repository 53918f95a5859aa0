package org.countinghouse.payables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What may be kept back for paying early: 2 % within 14 days.
 *
 * @param days counted from the document's date
 * @param percent above 0, below 100
 * @param base what the percentage is of; null: the whole payable amount
 */
public record DiscountTerm(int days, BigDecimal percent, @Nullable Money base) {

  /** Longest a term may run. */
  public static final int DAYS_MAX = 365;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Refuses what is no discount. */
  public DiscountTerm {
    if (!isUsable(days, percent)) {
      throw new IllegalArgumentException(percent + " % within " + days + " days is no discount");
    }
  }

  /** Whether these make a term. */
  public static boolean isUsable(int days, BigDecimal percent) {
    return days >= 0
        && days <= DAYS_MAX
        && percent.signum() > 0
        && percent.compareTo(HUNDRED) < 0
        && percent.stripTrailingZeros().scale() <= 4;
  }

  /** The last day it is granted for a document of this day. */
  LocalDate until(LocalDate issuedOn) {
    return issuedOn.plusDays(days);
  }

  /** What is kept back of this payable amount, rounded half up. */
  Money of(Money payable) {
    return baseOf(payable).times(percent.divide(HUNDRED), RoundingMode.HALF_UP);
  }

  /** What the percentage is of; never more than is payable. */
  Money baseOf(Money payable) {
    return base == null || base.compareTo(payable) > 0 ? payable : base;
  }
}
