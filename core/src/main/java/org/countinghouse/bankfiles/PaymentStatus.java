package org.countinghouse.bankfiles;

import java.util.Locale;
import java.util.Map;

/** What a bank says became of a payment, a batch or a file. */
public enum PaymentStatus {
  /** It has it and looks at it, or will do it. Nothing is decided. */
  PENDING,
  /** It will do it: checks passed, not yet settled. */
  ACCEPTED,
  /** Settled on the payer's account. */
  SETTLED,
  /** Some of it was rejected: the single payments say which. */
  PARTIAL,
  /** It will not do it. */
  REJECTED,
  /** Done, and come back (NACHA returns). */
  RETURNED,
  /** Done, but the payee's details must be corrected before the next time (NACHA, class COR). */
  CORRECTED;

  /** ISO 20022 external payment group, information and transaction status codes. */
  private static final Map<String, PaymentStatus> BY_CODE =
      Map.ofEntries(
          Map.entry("RCVD", PENDING),
          Map.entry("PDNG", PENDING),
          Map.entry("PATC", PENDING),
          Map.entry("ACTC", PENDING),
          Map.entry("ACCP", ACCEPTED),
          Map.entry("ACSP", ACCEPTED),
          Map.entry("ACWC", ACCEPTED),
          Map.entry("ACWP", ACCEPTED),
          Map.entry("ACFC", ACCEPTED),
          Map.entry("ACPD", ACCEPTED),
          Map.entry("PRES", ACCEPTED),
          Map.entry("ACSC", SETTLED),
          Map.entry("ACCC", SETTLED),
          Map.entry("PART", PARTIAL),
          Map.entry("RJCT", REJECTED),
          Map.entry("CANC", REJECTED),
          Map.entry("BLCK", REJECTED));

  /**
   * The status of this code, which stands at this place.
   *
   * @throws org.countinghouse.errors.BusinessException {@code bankfiles.value} for an unknown one:
   *     what a bank did with money is not guessed
   */
  public static PaymentStatus of(String code, String place) {
    PaymentStatus status = BY_CODE.get(code.strip().toUpperCase(Locale.ROOT));
    if (status == null) {
      throw BankFileError.VALUE.refusing(place, code, "a payment status");
    }
    return status;
  }
}
