package org.countinghouse.payments;

import org.countinghouse.errors.ErrorCode;

/** Why payments are refused. Ids are API: never reuse one. */
public enum PaymentsError implements ErrorCode {
  RUN_UNKNOWN("payments.run-unknown", 404, "There is no payment run %s."),
  RUN_STATE("payments.run-state", 409, "Payment run %s is %s and cannot be %s: reload the page."),
  RUN_EMPTY("payments.run-empty", 422, "Nothing is in payment run %s: include an item first."),
  RUN_STALE(
      "payments.run-stale",
      409,
      "%s of the items of payment run %s cannot be paid any more (%s): look at it again."),
  CHANGED_SINCE_APPROVAL(
      "payments.changed-since-approval",
      409,
      "Payment run %s is not what was approved any more: have it approved again."),
  MAKER_IS_CHECKER(
      "payments.maker-is-checker", 403, "%s prepared payment run %s: somebody else releases it."),
  PAY_ON("payments.pay-on", 422, "%s is no day to pay on: choose a business day from %s to %s."),
  DUE_UNTIL(
      "payments.due-until", 422, "Items due until %s cannot be paid on %s: at most %s days on."),
  ITEM_NOT_IN_RUN("payments.item-not-in-run", 404, "Item %s is not in payment run %s."),
  ITEM_TAKEN("payments.item-taken", 409, "Item %s is in payment run %s: take it out there first."),
  ITEM_NOT_PAYABLE(
      "payments.item-not-payable", 409, "Item %s cannot be paid (%s): clear that up first."),
  AMOUNT(
      "payments.amount",
      422,
      "%s cannot be paid of item %s: give an amount above zero, at most the %s that are open."),
  BANK_ACCOUNT("payments.bank-account", 422, "Bank account %s cannot pay item %s: choose another."),
  REASON_MISSING(
      "payments.reason-missing", 422, "To do this with %s say why, in 3 to 500 letters."),
  PAYMENT_UNKNOWN("payments.payment-unknown", 404, "There is no payment %s."),
  PAYMENT_STATE(
      "payments.payment-state", 409, "Payment %s is %s and cannot be %s: reload the page."),
  FILE_UNKNOWN(
      "payments.file-unknown", 422, "No file %s was sent by us: ask the bank which one it means."),
  ANSWER_CONTRADICTS(
      "payments.answer-contradicts",
      422,
      "The bank says %s of payment %s, which is %s: clear it up with the bank."),
  ANSWER_MISMATCH(
      "payments.answer-mismatch",
      422,
      "The bank answers about %s, we sent %s: ask the bank which file it means."),
  TAKEN_BY_BANK(
      "payments.taken-by-bank",
      409,
      "Payment run %s is with the bank already (%s): ask the bank to stop it, and enter its"
          + " rejection."),
  SETTINGS("payments.settings", 422, "These settings cannot be: %s."),
  ANSWER_UNKNOWN("payments.answer-unknown", 404, "There is no bank's answer %s.");

  private final String id;
  private final int httpStatus;
  private final String text;

  PaymentsError(String id, int httpStatus, String text) {
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
