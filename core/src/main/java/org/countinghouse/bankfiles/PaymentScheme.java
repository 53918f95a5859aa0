package org.countinghouse.bankfiles;

/** By which rules a batch of payments is made. */
public enum PaymentScheme {
  /** SEPA credit transfer: EUR, IBAN to IBAN, no BIC needed, charges shared by rule. */
  SEPA,
  /** Within the United Kingdom in GBP by sort code and account (Bacs, Faster Payments, CHAPS). */
  GB_DOMESTIC,
  /** Anything else, in any currency: the creditor's bank and address must be known. */
  CROSS_BORDER,
  /** ACH credits to companies (NACHA class CCD). */
  ACH_CCD,
  /** ACH credits to people (NACHA class PPD). */
  ACH_PPD;

  /** Whether its file is NACHA; all others are pain.001. */
  public boolean isAch() {
    return this == ACH_CCD || this == ACH_PPD;
  }
}
