package org.countinghouse.close;

import org.countinghouse.errors.ErrorCode;

/** What can keep a month from being closed or opened again. Ids are API. */
public enum CloseError implements ErrorCode {
  CLOSING_UNKNOWN(
      "close.closing-unknown", 404, "There is no closing %s here: list those of the period."),
  PERIOD_INVALID("close.period-invalid", 422, "To name a month write it as 2026-10, not as '%s'."),
  DECISION_MISSING("close.decision-missing", 422, "To complete the task choose how to go on."),
  CLOSING_UNDERWAY(
      "close.closing-underway", 409, "To close %s finish or withdraw closing %s first."),
  CLOSING_STATE("close.closing-state", 409, "Closing %s is %s: to do this it must be %s."),
  PERIOD_CLOSED_ALREADY(
      "close.period-closed-already", 409, "%s is closed: to close it again reopen it first."),
  PERIOD_NOT_BEGUN("close.period-not-begun", 409, "To close %s wait until it has begun, on %s."),
  ITEM_UNKNOWN(
      "close.item-unknown", 404, "There is no item %s people sign off: look at the checklist."),
  ITEM_INVALID("close.item-invalid", 422, "To have %s on the checklist mend this: %s."),
  ITEM_NOT_DUE("close.item-not-due", 409, "To sign %s off settle first what it waits for: %s."),
  NOT_OWNER("close.not-owner", 403, "To sign %s off you need the role %s, which owns it."),
  DOCUMENT_MISSING(
      "close.document-missing", 422, "To sign %s off give the document that proves it."),
  DOCUMENT_UNKNOWN(
      "close.document-unknown", 422, "There is no document %s here: upload it and give its id."),
  ITEMS_OPEN("close.items-open", 409, "To close %s settle what is open first: %s."),
  BALANCES_DIFFER(
      "close.balances-differ",
      409,
      "To close %s the stored balances must equal the sum of the lines: %s is stored as %s, the"
          + " lines say %s. Call for support; do not post."),
  FIGURES_CHANGED(
      "close.figures-changed",
      409,
      "To close %s have the trial balance reviewed and approved again: it changed since %s approved"
          + " it."),
  NOT_APPROVED(
      "close.not-approved",
      409,
      "To close %s a second person must approve closing %s: the task is waiting in the task list."),
  SAME_PERSON("close.same-person", 403, "To approve this you must not be %s, who prepared it."),
  REASON_MISSING("close.reason-missing", 422, "To do this say why, in %s to %s characters."),
  PERIOD_NOT_CLOSED(
      "close.period-not-closed", 409, "%s is not closed: there is nothing to reopen."),
  LATER_PERIOD_CLOSED(
      "close.later-period-closed", 409, "To reopen %s reopen %s first: its openings rest on it."),
  REOPENING_UNDERWAY("close.reopening-underway", 409, "To reopen %s wait for reopening %s to end."),
  REOPENING_UNKNOWN("close.reopening-unknown", 404, "There is no reopening %s here."),
  REOPENING_STATE("close.reopening-state", 409, "Reopening %s is %s: to do this it must be %s."),
  EXPIRY_INVALID(
      "close.expiry-invalid",
      422,
      "To reopen a period choose an end between now and %s days from now, not %s."),
  CERTIFICATE_UNKNOWN("close.certificate-unknown", 404, "There is no certificate %s here."),
  CERTIFICATE_FIRST(
      "close.certificate-first",
      404,
      "%s is the first certificate of %s: there is none to hold it against."),
  CERTIFICATE_UNREADABLE(
      "close.certificate-unreadable",
      422,
      "This is no close certificate, have it downloaded again: %s.");

  private final String id;
  private final int httpStatus;
  private final String text;

  CloseError(String id, int httpStatus, String text) {
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
