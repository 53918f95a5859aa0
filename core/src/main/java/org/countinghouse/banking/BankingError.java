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
          + " postings, is no control account and is kept in that currency."),
  STATEMENT_UNKNOWN("banking.statement-unknown", 404, "There is no statement %s."),
  STATEMENT_NOT_HELD(
      "banking.statement-not-held", 409, "Statement %s is %s already: reload the page."),
  REASON_MISSING("banking.reason-missing", 422, "To do this with %s say why."),

  // why a statement is held
  STATEMENT_ACCOUNT(
      "banking.statement-account",
      422,
      "%s is of account %s, which is none of ours: enter the bank account, or drop the statement."),
  STATEMENT_CURRENCY(
      "banking.statement-currency",
      422,
      "%s is in %s, account %s is kept in %s: ask the bank for a statement in its currency."),
  STATEMENT_INCOMPLETE(
      "banking.statement-incomplete",
      422,
      "%s does not state its days and balances, so nobody can tell whether an entry is missing: ask"
          + " the bank for a complete one, or release it with a reason."),
  STATEMENT_DOES_NOT_TIE(
      "banking.statement-does-not-tie",
      422,
      "%s does not add up from its opening to its closing balance: ask the bank for a correct"
          + " one."),
  STATEMENT_GAP(
      "banking.statement-gap",
      409,
      "%s opens at %s, but the account stood at %s on %s: a statement in between is missing. This"
          + " one is booked by itself as soon as that one is."),
  STATEMENT_EARLIER(
      "banking.statement-earlier",
      409,
      "%s closes at %s, but the first known statement opens at %s on %s: a statement in between is"
          + " missing. This one is booked by itself as soon as that one is."),
  SEQUENCE_GAP(
      "banking.statement-sequence",
      409,
      "%s has number %s, the last one was %s: a statement without effect on the balance may be"
          + " missing. Fetch it, or release this one with a reason."),
  STATEMENT_CONTRADICTS(
      "banking.statement-contradicts",
      409,
      "%s has %s entries that are not known and closes at %s, where %s would be right with them:"
          + " ask the bank which of its statements holds.");

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
