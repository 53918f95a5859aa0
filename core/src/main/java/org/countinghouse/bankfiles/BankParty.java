package org.countinghouse.bankfiles;

import org.countinghouse.bankdetails.AccountNumber;
import org.jspecify.annotations.Nullable;

/**
 * The other side of a transaction, as far as the bank tells.
 *
 * @param name as written by the bank
 * @param account without blanks: an IBAN or any other number
 * @param bank BIC or national number of its bank
 */
public record BankParty(@Nullable String name, @Nullable String account, @Nullable String bank) {

  /** Nobody is told. */
  public static final BankParty UNKNOWN = new BankParty(null, null, null);

  /** The account by its mask only. */
  @Override
  public String toString() {
    return name + " " + (account == null ? "" : AccountNumber.masked(account));
  }
}
