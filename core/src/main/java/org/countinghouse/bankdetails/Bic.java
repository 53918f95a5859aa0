package org.countinghouse.bankdetails;

import java.util.Locale;
import org.countinghouse.errors.BusinessException;

/**
 * A bank's business identifier code (ISO 9362). Not secret.
 *
 * @param value 8 or 11 letters and digits, in capitals; a branch {@code XXX}, which means the head
 *     office, is dropped, so that equal banks are equal
 */
public record Bic(String value) {

  private static final int BANK_LENGTH = 8;
  private static final String HEAD_OFFICE = "XXX";

  /**
   * @throws BusinessException {@code bankdetails.bic-form}
   */
  public Bic {
    value = value.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    if (!fr.marcwrobel.jbanking.bic.Bic.isValid(value)) {
      throw BankDetailsError.BIC_FORM.with(value);
    }
    if (value.length() > BANK_LENGTH && value.endsWith(HEAD_OFFICE)) {
      value = value.substring(0, BANK_LENGTH);
    }
  }

  /** Whether the text is a BIC. */
  public static boolean isValid(String text) {
    return fr.marcwrobel.jbanking.bic.Bic.isValid(
        text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT));
  }

  /** ISO 3166 code of the country the bank is in. */
  public String country() {
    return value.substring(4, 6);
  }

  /** With the branch, {@code XXX} for the head office: the form of eleven. */
  public String ofEleven() {
    return value.length() == BANK_LENGTH ? value + HEAD_OFFICE : value;
  }

  /**
   * Refuses a bank in another country than the account's. Banks of the crown dependencies and
   * French overseas regions issue IBANs of their mother country: those agree with it.
   *
   * @throws BusinessException {@code bankdetails.bic-country}
   */
  public Bic requireBankOf(AccountNumber account) {
    boolean said = !account.country().equals(OtherAccount.UNKNOWN_COUNTRY);
    if (said && !Territories.sameBanking(country(), account.country())) {
      throw BankDetailsError.BIC_COUNTRY.with(
          value, country(), account.masked(), account.country());
    }
    return this;
  }

  @Override
  public String toString() {
    return value;
  }
}
