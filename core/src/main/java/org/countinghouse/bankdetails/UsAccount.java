package org.countinghouse.bankdetails;

import java.util.Locale;
import java.util.regex.Pattern;
import org.countinghouse.errors.BusinessException;

/**
 * An account in the United States.
 *
 * @param routingNumber of the bank: nine digits, the last checking the others (ABA)
 * @param account up to 17 letters and digits (the field of a NACHA entry)
 */
public record UsAccount(String routingNumber, String account) implements AccountNumber {

  static final int ROUTING_DIGITS = 9;

  private static final Pattern ROUTING = Pattern.compile("[0-9]{9}");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Z]{1,17}");
  private static final int[] WEIGHTS = {3, 7, 1};

  /**
   * @throws BusinessException {@code bankdetails.routing-number}, {@code bankdetails.account-form}
   */
  public UsAccount {
    routingNumber = AccountTexts.plain(routingNumber);
    account = AccountTexts.plain(account).toUpperCase(Locale.ROOT);
    if (!isRoutingNumber(routingNumber)) {
      throw BankDetailsError.ROUTING_NUMBER.with(routingNumber);
    }
    if (!ACCOUNT.matcher(account).matches()) {
      throw BankDetailsError.ACCOUNT_FORM.with(
          AccountTexts.masked(account), "the United States", "up to 17 letters and digits");
    }
  }

  /** Whether the text is nine digits whose sum, weighted 3-7-1, is a multiple of ten. */
  public static boolean isRoutingNumber(String text) {
    if (!ROUTING.matcher(text).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < ROUTING_DIGITS; i++) {
      sum += (text.charAt(i) - '0') * WEIGHTS[i % WEIGHTS.length];
    }
    return sum > 0 && sum % 10 == 0;
  }

  @Override
  public String value() {
    return routingNumber + "/" + account;
  }

  /** The routing number is printed on every cheque and names the bank only. */
  @Override
  public String masked() {
    return routingNumber + "/" + AccountTexts.lastOf(account);
  }

  @Override
  public String country() {
    return "US";
  }

  @Override
  public String toString() {
    return masked();
  }
}
