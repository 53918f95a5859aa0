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
  PURPOSE_UNASSIGNED(
      "ledger.purpose-unassigned",
      422,
      "No account of this chart serves as %s: name one under account purposes."),
  PURPOSE_ACCOUNT(
      "ledger.purpose-account",
      422,
      "Account %s cannot serve as %s: choose an account of type %s that takes postings and is no"
          + " control account."),
  PURPOSE_TAKEN(
      "ledger.purpose-taken",
      409,
      "Account %s serves as %s already and cannot serve as %s too: choose or add another account."),
  PURPOSE_SERVED(
      "ledger.purpose-served",
      409,
      "%s is served by account %s already: reassign it under account purposes."),
  ACCOUNT_SERVES(
      "ledger.account-serves",
      409,
      "Account %s serves as %s: name another account for that first."),
  CHART_UNKNOWN(
      "ledger.chart-unknown", 404, "There is no chart of accounts named %s: choose one of %s."),
  CHART_REFUSED(
      "ledger.chart-refused", 422, "%s has %s findings, so no account was added: correct them."),
  CHART_VALUE("ledger.chart-value", 422, "%s is no value for %s: write one of %s."),
  CHART_NOT_EMPTY(
      "ledger.chart-not-empty",
      409,
      "This organization has accounts already: a country chart is installed into an empty chart"
          + " only."),
  DIMENSION_UNDEFINED(
      "ledger.dimension-undefined",
      422,
      "Account %s asks for %s on every line: only %s are known."),
  DIMENSION_MISSING(
      "ledger.dimension-missing", 422, "Account %s needs a %s on every line: add it."),
  DIMENSION_UNKNOWN(
      "ledger.dimension-unknown", 422, "There is no cost centre %s: correct or add it."),
  PROJECT_UNKNOWN(
      "ledger.project-unknown",
      422,
      "There is no open project %s: correct it, or add or reopen the project."),
  TOO_FEW_LINES("ledger.too-few-lines", 422, "Journal %s needs at least two lines."),
  LINE_EMPTY("ledger.line-empty", 422, "Line %s moves nothing: give an amount or leave it out."),
  BASE_CURRENCY(
      "ledger.base-currency", 422, "Line %s has %s as base amount: this organization keeps %s."),
  BASE_AMOUNT(
      "ledger.base-amount",
      422,
      "Line %s moves %s but %s in base currency: both must have one sign, and be equal in one"
          + " currency."),
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
  YEAR_UNKNOWN("ledger.year-unknown", 404, "Fiscal year %s was never opened here."),
  YEAR_NOT_CLOSED(
      "ledger.year-not-closed",
      409,
      "To carry fiscal year %s forward close its months: %s is not closed (%s in all)."),
  NEXT_YEAR_UNKNOWN(
      "ledger.next-year-unknown", 409, "To carry fiscal year %s forward open fiscal year %s."),
  EARLIER_YEAR_OPEN(
      "ledger.earlier-year-open", 409, "To carry fiscal year %s forward carry %s forward first."),
  NO_OPEN_PERIOD(
      "ledger.no-open-period",
      409,
      "Fiscal year %s has no month that takes the result: reopen its first one."),
  NO_PERIOD_OPEN(
      "ledger.no-period-open",
      409,
      "No month from %s on takes postings of %s: open a fiscal year or reopen a month."),
  CARRIED_FORWARD(
      "ledger.carried-forward",
      409,
      "To reopen %s reopen a month from %3$s on first: the result of %2$s was carried forward"
          + " there."),
  REVERSAL_REFUSED(
      "ledger.reversal-refused",
      409,
      "Journal %s carries a fiscal year forward: reopening a month of that year takes it back."),
  OPENING_REFUSED(
      "ledger.opening-refused",
      422,
      "%s has %s findings, so nothing of it was posted: correct them."),
  OPENING_BOTH_SIDES(
      "ledger.opening-both-sides",
      422,
      "The row needs a debit, a credit or a balance, one of them: leave the others empty."),
  OPENING_DECIMALS("ledger.opening-decimals", 422, "%s has more decimals than %s has: round it."),
  OPENING_CURRENCY("ledger.opening-currency", 422, "%s is no currency (ISO 4217): write EUR, USD."),
  OPENING_CURRENCY_AMOUNT(
      "ledger.opening-currency-amount",
      422,
      "The row is in %s: give the amount in it as currency_amount, without sign; debit, credit and"
          + " balance are in %s."),
  OPENING_CONTROL(
      "ledger.opening-control",
      422,
      "%s is the control account of %s: enter its open documents there against the account of"
          + " opening balances, or take its sum over explicitly."),
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
      "Account %s in %s stands at %s debit, %s credit, but its lines sum to %s and %s: have the"
          + " database examined, it was changed from outside."),
  REVERSAL_ELSEWHERE(
      "ledger.reversal-elsewhere",
      409,
      "Journal %s was posted by %s: undo there what it stands for, so that its records follow."),
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
