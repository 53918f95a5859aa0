package org.countinghouse.revaluation;

import org.countinghouse.errors.ErrorCode;

/** Why a revaluation is refused or leaves something out. Ids are API: never reuse one. */
public enum RevaluationError implements ErrorCode {
  TREATMENT_MISSING(
      "revaluation.treatment-missing",
      422,
      "Account %s holds %s and nobody has said whether it is monetary: say so under"
          + " /api/currency/accounts/%s."),
  TREATMENT_USELESS(
      "revaluation.treatment-useless",
      422,
      "Account %s is %s: only assets and liabilities are monetary or not, and never the valuation"
          + " itself."),
  MONTH_CLOSED(
      "revaluation.month-closed",
      409,
      "Month %s takes no revaluation: reopen it, or revalue one that is open."),
  NEXT_MONTH_CLOSED(
      "revaluation.next-month-closed",
      409,
      "The revaluation of %s is undone on %s, which takes no posting: open its fiscal year, or"
          + " reopen that month.");

  private final String id;
  private final int httpStatus;
  private final String text;

  RevaluationError(String id, int httpStatus, String text) {
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
