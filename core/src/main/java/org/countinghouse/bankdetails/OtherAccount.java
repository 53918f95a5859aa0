package org.countinghouse.bankdetails;

import java.util.regex.Pattern;
import org.countinghouse.errors.BusinessException;

/**
 * An account of a country without IBAN, as that country writes it; paid to across borders with the
 * bank's BIC beside it. Also whatever a bank statement calls an account, of country {@code ZZ}.
 *
 * @param country ISO 3166
 * @param number up to 34 letters and digits (ISO 20022 Max34Text)
 */
public record OtherAccount(String country, String number) implements AccountNumber {

  /** Of an account whose country nobody said (ISO 3166: user-assigned). */
  public static final String UNKNOWN_COUNTRY = "ZZ";

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Z/]{1,34}");

  /**
   * @throws BusinessException {@code bankdetails.account-form}
   */
  public OtherAccount {
    number = AccountTexts.plain(number);
    if (!COUNTRY.matcher(country).matches() || !NUMBER.matcher(number).matches()) {
      throw BankDetailsError.ACCOUNT_FORM.with(
          AccountTexts.masked(number), country, "up to 34 letters and digits");
    }
  }

  @Override
  public String value() {
    return country + "/" + number;
  }

  @Override
  public String masked() {
    return country + "/" + AccountTexts.lastOf(number);
  }

  @Override
  public String toString() {
    return masked();
  }
}
