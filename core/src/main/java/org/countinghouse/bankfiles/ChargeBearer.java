package org.countinghouse.bankfiles;

/** Who pays the banks for a transfer. */
public enum ChargeBearer {
  /** As the scheme rules (SEPA: each their own bank). */
  SLEV,
  /** Each their own bank. */
  SHAR,
  /** All by the payer. */
  DEBT,
  /** All by the payee, out of the amount. */
  CRED
}
