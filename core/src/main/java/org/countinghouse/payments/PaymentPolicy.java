package org.countinghouse.payments;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countinghouse.money.Money;

/**
 * How an organization pays.
 *
 * @param daysAhead a proposal takes up what falls due within so many days after it pays: the days
 *     to the next run, so that nothing is paid late
 * @param minimum smaller payments wait, in base currency
 * @param discountYieldMin a discount is worth paying early for from this yield, percent a year
 * @param weekdays on which a proposal is made by itself; empty: on none
 * @param payAfterDays so many business days after the proposal banks are to execute it
 * @param accounts code of our bank account by the currency it pays; others by their own currency
 */
public record PaymentPolicy(
    int daysAhead,
    Money minimum,
    BigDecimal discountYieldMin,
    Set<DayOfWeek> weekdays,
    int payAfterDays,
    Map<String, String> accounts) {

  private static final int DAYS_AHEAD_MAX = 90;
  private static final int PAY_AFTER_MAX = 10;
  private static final BigDecimal YIELD_MAX = BigDecimal.valueOf(1000);

  /**
   * Keeps copies, in order.
   *
   * @throws org.countinghouse.errors.BusinessException {@code payments.settings}
   */
  public PaymentPolicy {
    if (daysAhead < 0 || daysAhead > DAYS_AHEAD_MAX) {
      throw PaymentsError.SETTINGS.with("days ahead lie between 0 and " + DAYS_AHEAD_MAX);
    }
    if (payAfterDays < 0 || payAfterDays > PAY_AFTER_MAX) {
      throw PaymentsError.SETTINGS.with("it is paid 0 to " + PAY_AFTER_MAX + " days after");
    }
    if (minimum.isNegative()) {
      throw PaymentsError.SETTINGS.with("the minimum is not below zero");
    }
    if (discountYieldMin.signum() < 0 || discountYieldMin.compareTo(YIELD_MAX) > 0) {
      throw PaymentsError.SETTINGS.with("the yield lies between 0 and " + YIELD_MAX + " percent");
    }
    weekdays = Set.copyOf(new TreeSet<>(weekdays));
    accounts = Map.copyOf(new TreeMap<>(accounts));
  }
}
