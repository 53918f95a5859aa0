package org.countinghouse.payables;

/**
 * How long a verified account waits before the first payment, in working days of the organization.
 *
 * @param changeHoldDays of another account of a supplier we pay already; 0 to 30
 * @param newHoldDays of the accounts of a new supplier; 0 to 30
 */
public record SupplierPolicy(int changeHoldDays, int newHoldDays) {

  /**
   * Three days after a change: time for the letter to arrive and the supplier to call. A new
   * supplier has no old contact to warn, and its first invoice is not due at once.
   */
  public static final SupplierPolicy DEFAULT = new SupplierPolicy(3, 0);

  private static final int DAYS_MAX = 30;

  public SupplierPolicy {
    if (Math.min(changeHoldDays, newHoldDays) < 0
        || Math.max(changeHoldDays, newHoldDays) > DAYS_MAX) {
      throw PayablesError.HOLD_DAYS.with(DAYS_MAX);
    }
  }
}
