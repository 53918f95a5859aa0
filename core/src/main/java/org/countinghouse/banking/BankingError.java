package org.countinghouse.banking;

import org.countinghouse.errors.ErrorCode;

/** Why bank accounts and statements are refused or held. Ids are API: never reuse one. */
public enum BankingError implements ErrorCode {
  ACCOUNT_UNKNOWN("banking.account-unknown", 404, "There is no bank account %s."),
  ACCOUNT_INVALID(
      "banking.account-invalid",
      422,
      "%s cannot be a bank account: the code has 1 to 20 capitals and digits, name and holder are"
          + " not empty."),
  ACCOUNT_TAKEN(
      "banking.account-taken",
      409,
      "There is a bank account with this code, number or ledger account already: %s."),
  ACCOUNT_CLOSED("banking.account-closed", 409, "Bank account %s is closed: choose another."),
  LEDGER_ACCOUNT(
      "banking.ledger-account",
      422,
      "Ledger account %s cannot stand for a bank account in %s: choose an active account that takes"
          + " postings, is no control account and is kept in that currency.");

  private final String id;
  private final int httpStatus;
  private final String text;

  BankingError(String id, int httpStatus, String text) {
    this.id = id;
    this.httpStatus = httpStatus;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int httpStatus() {
    return httpStatus;
  }

  @Override
  public String text() {
    return text;
  }
}
