package org.countinghouse.bankfiles;

import org.jspecify.annotations.Nullable;

/** Who pays or is paid. */
public record PaymentParty(String name, @Nullable PostalAddress address) {

  /** Just the name: enough within SEPA, the United Kingdom and the ACH. */
  public static PaymentParty named(String name) {
    return new PaymentParty(name, null);
  }
}
