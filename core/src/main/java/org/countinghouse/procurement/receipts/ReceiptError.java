package org.countinghouse.procurement.receipts;

import org.countinghouse.errors.ErrorCode;

/** Why goods are not recorded as wanted. Ids are API: never reuse one. */
public enum ReceiptError implements ErrorCode {
  UNKNOWN("procurement.receipt-unknown", 404, "There is no receipt %s."),
  ORDER_STATE(
      "procurement.receipt-order-state",
      409,
      "Order %s is %s: goods are received for orders that were issued."),
  RETURN_ORDER_STATE(
      "procurement.return-order-state",
      409,
      "Order %s is %s: goods go back for orders that were received."),
  NOTHING("procurement.receipt-nothing", 422, "Say what came: at least one line of order %s."),
  LINE_UNKNOWN(
      "procurement.receipt-line-unknown", 422, "Order %s has no line %s: look at the order."),
  LINE_TWICE(
      "procurement.receipt-line-twice", 422, "Line %s is there twice: add its quantities up."),
  QUANTITY(
      "procurement.receipt-quantity",
      422,
      "Quantity %s of line %s: more than nothing, with at most six decimals."),
  UNIT(
      "procurement.receipt-unit",
      422,
      "Line %s was ordered in %s and %s cannot be turned into it: count it in %s."),
  DATE("procurement.receipt-date", 422, "%s has not come yet: give the day the goods came."),
  DELIVERY_NOTE(
      "procurement.receipt-delivery-note",
      422,
      "A delivery note's number has 1 to 100 characters."),
  DUPLICATE(
      "procurement.receipt-duplicate",
      409,
      "Delivery %s of order %s is recorded as %s already: correct that one if it is wrong."),
  OVER_DELIVERY(
      "procurement.receipt-over-delivery",
      409,
      "Line %s: with %s more %s are kept, %s were ordered and %s are taken at most. Send the rest"
          + " back, or have the order changed."),
  HELD(
      "procurement.receipt-held",
      409,
      "%s brings more than was ordered: it counts when a buyer has accepted it."),
  ABOVE_KEPT(
      "procurement.return-above-kept",
      409,
      "Line %s: %s cannot go back, %s are here: return less."),
  REASON("procurement.receipt-reason", 422, "Say why, in 3 to 500 characters."),
  STATE("procurement.receipt-state", 409, "Receipt %s is %s and cannot be %s: reload the page."),
  CORRECTED(
      "procurement.receipt-corrected", 409, "%s was corrected already, by %s: record it anew."),
  IS_CORRECTION(
      "procurement.receipt-is-correction",
      409,
      "%s is itself a correction: record what came anew instead."),
  INVOICED(
      "procurement.receipt-invoiced",
      409,
      "Line %s: %s are invoiced, without %s only %s would be here. Record a return instead, so that"
          + " a credit note is asked for."),
  RETURNED(
      "procurement.receipt-returned",
      409,
      "Line %s: %s of it went back already: correct the return first."),
  NOTHING_TO_KEEP(
      "procurement.receipt-nothing-to-keep",
      409,
      "Nothing of %s is still wanted: refuse it, or accept all of it."),
  DECIDER_IS_RECORDER(
      "procurement.receipt-decider-is-recorder",
      403,
      "%s recorded %s: somebody else has to decide about it."),
  RULE_INVALID(
      "procurement.receipt-rule-invalid", 422, "More than ordered: 0 to 1000 percent, not %s."),
  FILE_REFUSED(
      "procurement.receipt-file-refused",
      422,
      "The file has %s faults and nothing of it was recorded: correct them and drop it again."),
  FILE_ORDER_UNKNOWN(
      "procurement.receipt-file-order-unknown", 422, "There is no order %s: correct its number."),
  OTHER_SUPPLIER(
      "procurement.receipt-other-supplier",
      422,
      "Order %s is not with %s: ask the sender which order is meant."),
  FILE_LINE(
      "procurement.receipt-file-line",
      422,
      "Give the line of order %s by its number, or by an item number that only one line has."),
  FILE_SIGN(
      "procurement.receipt-file-sign",
      422,
      "A quantity below zero is a return and needs a reason; one above has none.");

  private final String id;
  private final int httpStatus;
  private final String text;

  ReceiptError(String id, int httpStatus, String text) {
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
