package org.countinghouse.bankfiles;

import org.jspecify.annotations.Nullable;

/** By which rules a batch of payments is made. */
public enum PaymentScheme {
  /** SEPA credit transfer: EUR, IBAN to IBAN, no BIC needed, charges shared by law. */
  SEPA("SEPA"),
  /** Within the United Kingdom in GBP by sort code and account (Bacs, Faster Payments, CHAPS). */
  GB_DOMESTIC("NURG"),
  /** Anything else, in any currency: the creditor's bank and address must be known. */
  CROSS_BORDER("NURG"),
  /** ACH credits to companies (NACHA class CCD). */
  ACH_CCD(null),
  /** ACH credits to people (NACHA class PPD). */
  ACH_PPD(null);

  private final @Nullable String serviceLevel;

  PaymentScheme(@Nullable String serviceLevel) {
    this.serviceLevel = serviceLevel;
  }

  /** Whether its file is NACHA; all others are pain.001. */
  public boolean isAch() {
    return serviceLevel == null;
  }

  /** ISO external service level code of a payment that is not urgent; null where there is none. */
  @Nullable String serviceLevel() {
    return serviceLevel;
  }
}
