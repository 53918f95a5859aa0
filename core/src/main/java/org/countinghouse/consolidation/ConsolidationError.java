package org.countinghouse.consolidation;

import org.countinghouse.errors.ErrorCode;

/** What can be wrong with groups and their closing. Ids are API. */
public enum ConsolidationError implements ErrorCode {
  GROUP_UNKNOWN(
      "consolidation.group-unknown", 404, "There is no group %s: choose one you can see."),
  GROUP_TAKEN("consolidation.group-taken", 409, "A group %s exists already: choose another code."),
  GROUP_INVALID(
      "consolidation.group-invalid",
      422,
      "%s cannot be a group's code: use 2 to 16 capital letters, digits and hyphens."),
  NOT_ENTITLED(
      "consolidation.not-entitled",
      403,
      "To do this in group %s you need %s in each of its companies: ask for it in the others."),
  MEMBER_TAKEN(
      "consolidation.member-taken", 409, "%s is a member of group %s already: nothing to add."),
  MEMBER_UNKNOWN(
      "consolidation.member-unknown",
      404,
      "%s is no member of group %s: add it or choose another."),
  ACCOUNT_INVALID(
      "consolidation.account-invalid",
      422,
      "Group account %s cannot be %s translated by %s: results take AVERAGE, all others CLOSING or"
          + " HISTORICAL."),
  ACCOUNT_UNKNOWN(
      "consolidation.account-unknown", 422, "Group %s has no account %s: add it to its chart."),
  MAPPING_INVALID(
      "consolidation.mapping-invalid",
      422,
      "Accounts %s to %s of %s are mapped by another line, or end before they begin: correct it."),
  PAIR_INVALID("consolidation.pair-invalid", 422, "%s %s and %s %s cannot be a pair: %s."),
  PAIR_UNKNOWN("consolidation.pair-unknown", 404, "There is no pair %s in this group."),
  PAIR_USED(
      "consolidation.pair-used",
      409,
      "Pair %s was eliminated in a consolidation, so it stays: give it another account instead."),
  RATE_INVALID(
      "consolidation.rate-invalid",
      422,
      "%s cannot be the historical rate of account %s: give a positive rate and say why."),
  PERIOD_INVALID(
      "consolidation.period-invalid", 422, "To name a month write it as 2026-10, not as '%s'."),
  DECISION_MISSING(
      "consolidation.decision-missing", 422, "To complete the task choose how to go on."),
  UNDER_WAY(
      "consolidation.under-way", 409, "To close %s of the group finish or withdraw %s first."),
  CLOSED_ALREADY(
      "consolidation.closed-already",
      409,
      "%s of the group is closed as %s and nothing has changed since: reopen a member's month"
          + " first."),
  PERIOD_NOT_BEGUN(
      "consolidation.period-not-begun", 409, "To close %s of the group wait until it has begun."),
  CONSOLIDATION_UNKNOWN(
      "consolidation.unknown", 404, "There is no consolidation %s here: list those of the period."),
  STATE("consolidation.state", 409, "Consolidation %s is %s: to do this it must be %s."),
  NOT_READY("consolidation.not-ready", 409, "To consolidate %s settle what is open first: %s."),
  FIGURES_CHANGED(
      "consolidation.figures-changed",
      409,
      "To close %s have the figures made and approved again: %s changed since."),
  SAME_PERSON(
      "consolidation.same-person", 403, "To approve this you must not be %s, who prepared it."),
  REASON_MISSING(
      "consolidation.reason-missing", 422, "To do this say why, in %s to %s characters."),
  CERTIFICATE_UNKNOWN(
      "consolidation.certificate-unknown", 404, "There is no group certificate %s here.");

  private final String id;
  private final int httpStatus;
  private final String text;

  ConsolidationError(String id, int httpStatus, String text) {
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
