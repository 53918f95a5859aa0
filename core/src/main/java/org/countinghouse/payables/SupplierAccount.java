package org.countinghouse.payables;

import java.time.Instant;
import java.util.UUID;
import org.countinghouse.bankdetails.AccountNumber;
import org.jspecify.annotations.Nullable;

/**
 * A bank account of a supplier. Nothing is paid to it before a second person verified it and its
 * waiting period is over.
 *
 * @param number kept encrypted; its text forms are masked
 * @param usableFrom when payments to it may begin; null as long as it is not verified
 */
public record SupplierAccount(
    UUID id,
    UUID organizationId,
    UUID supplierId,
    AccountNumber number,
    @Nullable String bic,
    @Nullable String holder,
    State state,
    String proposedBy,
    Instant proposedAt,
    @Nullable String decidedBy,
    @Nullable Instant usableFrom) {

  /** Whether it may be paid to. */
  public enum State {
    PROPOSED,
    VERIFIED,
    REJECTED,
    /** Verified once, not paid to any more. */
    RETIRED
  }

  /** The number with only its ends readable. */
  public String masked() {
    return number.masked();
  }

  /** Any account number with only its ends readable. */
  public static String masked(String number) {
    return AccountNumber.masked(number);
  }
}
