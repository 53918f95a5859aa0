package org.countinghouse.bankdetails;

import org.countinghouse.errors.ErrorCode;

/** Why a bank account, a bank or a VAT id is not one. Texts carry masked numbers only. */
public enum BankDetailsError implements ErrorCode {
  IBAN_FORM(
      "bankdetails.iban-form",
      "%s is no IBAN: give two letters of the country, two check digits and 11 to 30 letters or"
          + " digits."),
  IBAN_CHECK_DIGITS(
      "bankdetails.iban-check-digits",
      "The check digits of IBAN %s do not fit: a digit is wrong or two changed places; ask for the"
          + " number again."),
  IBAN_COUNTRY(
      "bankdetails.iban-country",
      "IBAN %s is not built as %s builds its own (length or digits): compare it with the"
          + " original."),
  BIC_FORM(
      "bankdetails.bic-form",
      "%s is no BIC: give four letters of the bank, two of its country, two of the place and, if"
          + " there is one, three of the branch."),
  BIC_COUNTRY(
      "bankdetails.bic-country",
      "BIC %s is of a bank in %s, but account %s is kept in %s: one of them is wrong."),
  ROUTING_NUMBER(
      "bankdetails.routing-number",
      "%s is no ABA routing number: give nine digits whose last one checks the others."),
  VAT_ID_FORM(
      "bankdetails.vat-id-form",
      "VAT id %s is not built as %s builds its own: give one such as %s."),
  VAT_ID_CHECK_DIGITS(
      "bankdetails.vat-id-check-digits",
      "The check digits of VAT id %s (%s) do not fit: a digit is wrong or two changed places;"
          + " compare it with the document (it looks like %s)."),
  ACCOUNT_FORM("bankdetails.account-form", "%s is no account number of %s: give %s."),
  ACCOUNT_UNKNOWN(
      "bankdetails.account-unknown",
      "%s is no account number known here: give an IBAN, a US account as 021000021/123456789"
          + " (routing number/account), a British one as 20-00-00/12345678 (sort code/account), or"
          + " another country's as AU/062000123456.");

  private final String id;
  private final String text;

  BankDetailsError(String id, String text) {
    this.id = id;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int httpStatus() {
    return 422;
  }

  @Override
  public String text() {
    return text;
  }
}
