package org.countinghouse.bankdetails;

import fr.marcwrobel.jbanking.checkdigit.IbanCheckDigit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countinghouse.errors.BusinessException;

/**
 * An international bank account number (ISO 13616), its check digits and its country's structure in
 * the SWIFT registry verified.
 *
 * @param value without blanks, in capitals; blanks and dashes are removed
 */
public record Iban(String value) implements AccountNumber {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final String BRITISH = "GB";

  /**
   * @throws BusinessException {@code bankdetails.iban-form}, {@code bankdetails.iban-check-digits},
   *     {@code bankdetails.iban-country}
   */
  public Iban {
    value = AccountTexts.plain(value);
    if (!FORM.matcher(value).matches()) {
      throw BankDetailsError.IBAN_FORM.with(AccountTexts.masked(value));
    }
    if (!IbanCheckDigit.INSTANCE.validate(value)) {
      throw BankDetailsError.IBAN_CHECK_DIGITS.with(AccountTexts.masked(value));
    }
    if (!fr.marcwrobel.jbanking.iban.Iban.isValid(value)) {
      throw BankDetailsError.IBAN_COUNTRY.with(AccountTexts.masked(value), value.substring(0, 2));
    }
  }

  /** Whether the text, blanks and dashes aside, is an IBAN. */
  public static boolean isValid(String text) {
    String plain = AccountTexts.plain(text);
    return FORM.matcher(plain).matches() && fr.marcwrobel.jbanking.iban.Iban.isValid(plain);
  }

  /**
   * Whether the text means to be an IBAN, right or wrong: two letters and two digits come first.
   */
  public static boolean isMeant(String text) {
    return FORM.matcher(AccountTexts.plain(text)).matches();
  }

  /** Sort code and account, when this is a British IBAN. */
  public Optional<UkAccount> ukAccount() {
    return country().equals(BRITISH)
        ? Optional.of(new UkAccount(value.substring(8, 14), value.substring(14)))
        : Optional.empty();
  }

  @Override
  public String identity() {
    return ukAccount().map(UkAccount::value).orElse(value);
  }

  /** In groups of four, as on paper. Secret as {@link #value()}. */
  public String printed() {
    return value.replaceAll("(.{4})(?=.)", "$1 ");
  }

  @Override
  public String masked() {
    return AccountTexts.masked(value);
  }

  @Override
  public String country() {
    return value.substring(0, 2);
  }

  @Override
  public String toString() {
    return masked();
  }
}
