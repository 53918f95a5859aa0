package org.countinghouse.payments;

import java.util.Currency;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Iban;
import org.countinghouse.bankdetails.UkAccount;
import org.countinghouse.bankdetails.UsAccount;
import org.countinghouse.bankfiles.SepaCountries;

/** The way money takes; decides the file's format and its rules. */
public enum PaymentMethod {
  /** SEPA credit transfer: euros between IBANs of the scheme's countries. */
  SEPA,
  /** Sterling between British accounts: Faster Payments or Bacs, as the bank agreed. */
  UK,
  /** Dollars between US accounts by the Automated Clearing House. */
  ACH,
  /** Everything else, by correspondent banks. */
  CROSS_BORDER;

  /** The way from one account of ours to another's. */
  public static PaymentMethod between(AccountNumber from, AccountNumber to, Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "EUR" -> isSepa(from) && isSepa(to) ? SEPA : CROSS_BORDER;
      case "GBP" -> isBritish(from) && isBritish(to) ? UK : CROSS_BORDER;
      case "USD" -> from instanceof UsAccount && to instanceof UsAccount ? ACH : CROSS_BORDER;
      default -> CROSS_BORDER;
    };
  }

  private static boolean isSepa(AccountNumber number) {
    return number instanceof Iban && SepaCountries.contains(number.country());
  }

  private static boolean isBritish(AccountNumber number) {
    return number instanceof UkAccount || (number instanceof Iban && isGb(number));
  }

  private static boolean isGb(AccountNumber number) {
    return number.country().equals("GB");
  }
}
