package org.countinghouse.journals;

import org.countinghouse.errors.ErrorCode;

/** Why a manual journal is refused. Ids are API: never reuse one. */
public enum JournalsError implements ErrorCode {
  UNKNOWN("journals.unknown", 404, "There is no manual journal %s."),
  STATE("journals.state", 409, "Manual journal %s is %s and cannot be %s any more."),
  REFUSED(
      "journals.refused",
      422,
      "Manual journal %s has %s findings, so it stays here: correct them."),
  FILE_REFUSED("journals.file-refused", 422, "%s has %s findings: correct them."),
  CONTENT("journals.content", 422, "A manual journal needs a description and 1 to %s lines."),
  ACCOUNT_MISSING("journals.account-missing", 422, "The line needs an account."),
  BOTH_SIDES("journals.both-sides", 422, "The line has a debit and a credit: make it two lines."),
  NO_AMOUNT("journals.no-amount", 422, "The line has neither a debit nor a credit: add one."),
  NEGATIVE("journals.negative", 422, "Debit and credit carry no sign: write %s on the other side."),
  CURRENCY("journals.currency", 422, "%s is no currency (ISO 4217): write EUR, USD."),
  CURRENCY_AMOUNT(
      "journals.currency-amount",
      422,
      "The line is in %s: give the amount in it as currency amount; debit and credit are in %s."),
  DECIMALS("journals.decimals", 422, "%s has more decimals than %s has: round it."),
  TEXT("journals.text", 422, "The text is longer than %s characters: shorten it."),
  TAX_CODE("journals.tax-code", 422, "There is no tax code %s for journals: leave it out."),
  SEVERAL_ENTRIES(
      "journals.several-entries",
      422,
      "The file holds more than one journal (%s and %s): upload one at a time, or drop the file"
          + " into the folder journals."),
  SEVERAL_DATES("journals.several-dates", 422, "A journal has one date: here %s, before %s."),
  REVERSE_ON(
      "journals.reverse-on",
      422,
      "An accrual is reversed after it was posted: choose a day after %s."),
  SCHEDULE(
      "journals.schedule",
      422,
      "A schedule repeats every 1 to 99 periods and ends after it begins."),
  SCHEDULE_REVERSAL(
      "journals.schedule-reversal",
      422,
      "A recurring journal is reversed on the first of the next month or not at all: leave the day"
          + " out."),
  CHANGED_SINCE_APPROVAL(
      "journals.changed-since-approval",
      409,
      "Manual journal %s is no longer what was approved: have it approved again."),
  MAKER_IS_CHECKER(
      "journals.maker-is-checker",
      403,
      "%s prepared manual journal %s: somebody else must approve."),
  APPROVAL_NEEDED(
      "journals.approval-needed",
      409,
      "A journal of %s needs a second person: enter it as a manual journal and submit it."),
  REASON("journals.reason", 422, "Say why, in 3 to 2000 characters."),
  TEMPLATE_UNKNOWN("journals.template-unknown", 404, "There is no journal template %s."),
  TEMPLATE_TAKEN(
      "journals.template-taken", 409, "A journal template %s exists already: choose another code."),
  TEMPLATE_INVALID(
      "journals.template-invalid",
      422,
      "A template needs a code (capital letters, digits, hyphens), a name and lines with an account"
          + " each; a line has an amount or a share, not both."),
  TEMPLATE_TOTAL(
      "journals.template-total",
      422,
      "Template %s distributes a total by shares: say how much in %s."),
  RECURRING_UNKNOWN("journals.recurring-unknown", 404, "There is no recurring journal %s."),
  RECURRING_ENDED("journals.recurring-ended", 409, "Recurring journal %s ended on %s."),
  NOT_DUE(
      "journals.not-due",
      409,
      "Recurring journal %s is not due on %s, or was posted: nothing to skip."),
  ACCRUAL_MONTH(
      "journals.accrual-month",
      409,
      "%s is to be reversed on %s but no month from then on is open: open its fiscal year.");

  private final String id;
  private final int httpStatus;
  private final String text;

  JournalsError(String id, int httpStatus, String text) {
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
