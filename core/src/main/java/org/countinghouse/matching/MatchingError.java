package org.countinghouse.matching;

import org.countinghouse.errors.ErrorCode;

/** Why matching refuses to do something. Ids are API: never reuse one. */
public enum MatchingError implements ErrorCode {
  NOT_MATCHED("matching.not-matched", 404, "Invoice %s was not matched to any order."),
  NOT_OPEN(
      "matching.not-open",
      409,
      "The matching of %s is %s, nothing is to be decided: reload the page."),
  DECISION_MISSING(
      "matching.decision-missing", 422, "Say what becomes of %s of invoice %s, and why."),
  NOT_ACCEPTABLE(
      "matching.not-acceptable",
      422,
      "Invoice %s cannot stand against its order: name another order, treat it as one without, or"
          + " return it. %s"),
  ORDER_UNKNOWN("matching.choose-order", 422, "There is no order %s: look the number up."),
  REASON_MISSING("matching.reason-missing", 422, "To do this with %s say why."),
  TOLERANCE_INVALID(
      "matching.tolerance-invalid",
      422,
      "%s is no tolerance: percentages lie between 0 and 100, amounts are not below zero.");

  private final String id;
  private final int httpStatus;
  private final String text;

  MatchingError(String id, int httpStatus, String text) {
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
