package org.countinghouse.payables;

import org.countinghouse.bankdetails.AccountNumber;
import org.jspecify.annotations.Nullable;

/**
 * A bank account a document or a person asks to be paid to (BG-17).
 *
 * @param number IBAN, or a national account number where there is none (BT-84)
 * @param bic of the bank (BT-86), or what it is called nationally: sort code, routing number
 * @param holder name of the account (BT-85)
 */
public record PayeeAccount(String number, @Nullable String bic, @Nullable String holder) {

  /** The account of this number, nothing else known. */
  public static PayeeAccount of(String number) {
    return new PayeeAccount(number, null, null);
  }

  /** The number with only its ends readable. */
  public String masked() {
    return AccountNumber.masked(number);
  }

  /** Masked, since it reaches logs. */
  @Override
  public String toString() {
    return "PayeeAccount[%s, %s, %s]".formatted(masked(), bic, holder);
  }
}
