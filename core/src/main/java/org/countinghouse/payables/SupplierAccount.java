package org.countinghouse.payables;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bank account of a supplier. Nothing is paid to it before a second person verified it.
 *
 * @param number IBAN without blanks, or a national account number
 */
public record SupplierAccount(
    UUID id,
    UUID organizationId,
    UUID supplierId,
    String number,
    @Nullable String bic,
    @Nullable String holder,
    State state,
    String proposedBy,
    Instant proposedAt,
    @Nullable String decidedBy) {

  /** Whether it may be paid to. */
  public enum State {
    PROPOSED,
    VERIFIED,
    REJECTED
  }

  /** The number with only its ends readable. */
  public String masked() {
    return masked(number);
  }

  /** Any account number with only its ends readable. */
  public static String masked(String number) {
    return BankAccounts.masked(BankAccounts.normalized(number));
  }
}
