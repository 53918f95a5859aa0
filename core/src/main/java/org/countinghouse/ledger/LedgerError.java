package org.countinghouse.ledger;

import org.countinghouse.errors.ErrorCode;

/** Why the ledger refuses. Ids are API: never reuse one. */
public enum LedgerError implements ErrorCode {
  ACCOUNT_UNKNOWN(
      "ledger.account-unknown", 422, "There is no account %s in this chart: correct or add it."),
  ACCOUNT_INACTIVE(
      "ledger.account-inactive", 422, "Account %s takes no new postings: choose another."),
  ACCOUNT_NOT_POSTABLE(
      "ledger.account-not-postable", 422, "Account %s is a heading: post to an account below it."),
  ACCOUNT_CONTROLLED(
      "ledger.account-controlled",
      422,
      "Account %s is a control account: only %s may post to it, so enter the document there."),
  ACCOUNT_CURRENCY(
      "ledger.account-currency", 422, "Account %s takes %s only, not %s: choose another account."),
  ACCOUNT_TAKEN("ledger.account-taken", 409, "An account %s exists already: choose another code."),
  ACCOUNT_INVALID(
      "ledger.account-invalid",
      422,
      "%s cannot be an account code: use 1 to 20 letters, digits, dots, hyphens."),
  PARENT_UNKNOWN(
      "ledger.parent-unknown",
      422,
      "There is no heading %s to put account %s under: add it first."),
  DIMENSION_MISSING(
      "ledger.dimension-missing", 422, "Account %s needs a %s on every line: add it."),
  DIMENSION_UNKNOWN(
      "ledger.dimension-unknown", 422, "There is no cost centre %s: correct or add it."),
  TOO_FEW_LINES("ledger.too-few-lines", 422, "Journal %s needs at least two lines."),
  LINE_EMPTY("ledger.line-empty", 422, "Line %s moves nothing: give an amount or leave it out."),
  BASE_CURRENCY(
      "ledger.base-currency", 422, "Line %s has %s as base amount: this organization keeps %s."),
  BASE_AMOUNT(
      "ledger.base-amount",
      422,
      "Line %s moves %s but %s in base currency: both must have one sign, and be equal in one currency."),
  AMOUNT_TOO_LARGE(
      "ledger.amount-too-large",
      422,
      "Line %s: %s is more than the books hold (900 million million)."),
  UNBALANCED("ledger.unbalanced", 422, "To post journal %s balance it: %s is open."),
  PERIOD_UNKNOWN(
      "ledger.period-unknown", 422, "There is no period for %s: open its fiscal year first."),
  PERIOD_CLOSED(
      "ledger.period-closed",
      409,
      "To post on %s reopen period %s or choose a date in an open one."),
  PERIOD_LOCKED(
      "ledger.period-locked",
      409,
      "Period %s takes no postings from %s any more: choose a date in an open one."),
  PERIOD_STATE("ledger.period-state", 409, "Period %s is %s and cannot become %s."),
  FISCAL_YEAR_OPEN("ledger.fiscal-year-open", 409, "Fiscal year %s is open already."),
  FISCAL_YEAR_START(
      "ledger.fiscal-year-start",
      422,
      "A fiscal year starts on the first of a month, not on %s: correct the organization."),
  SOURCE_INVALID(
      "ledger.source-invalid", 422, "A journal needs description, source and source reference."),
  DUPLICATE_REFERENCE(
      "ledger.duplicate-reference", 409, "%s %s is in the books already: it is posted once only."),
  MAKER_IS_CHECKER(
      "ledger.maker-is-checker", 403, "%s made this journal: somebody else must check it."),
  JOURNAL_UNKNOWN("ledger.journal-unknown", 404, "There is no journal %s."),
  ALREADY_REVERSED(
      "ledger.already-reversed", 409, "Journal %s was reversed already: it is undone once only."),
  BALANCE_DIFFERS(
      "ledger.balance-differs",
      500,
      "Account %s in %s stands at %s debit, %s credit, but its lines sum to %s and %s: have the database examined, it was changed from outside."),
  REVERSAL_REASON("ledger.reversal-reason", 422, "To reverse journal %s say why.");

  private final String id;
  private final int httpStatus;
  private final String text;

  LedgerError(String id, int httpStatus, String text) {
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
