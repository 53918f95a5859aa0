package org.countinghouse.payables;

import org.jspecify.annotations.Nullable;

/**
 * What an invoice of the supplier gets when nothing better is known.
 *
 * @param paymentDays days from document date to due date
 * @param account proposed for lines
 * @param costCentre proposed for lines
 * @param taxCode proposed for lines whose tax it fits
 */
public record SupplierTerms(
    int paymentDays,
    @Nullable String account,
    @Nullable String costCentre,
    @Nullable String taxCode) {

  /** Thirty days, nothing proposed. */
  public static final SupplierTerms DEFAULT = new SupplierTerms(30, null, null, null);

  public SupplierTerms {
    if (paymentDays < 0 || paymentDays > 365) {
      throw new IllegalArgumentException("payment days must lie between 0 and 365");
    }
  }
}
