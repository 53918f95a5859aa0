package org.countinghouse.procurement.correspondence;

import org.countinghouse.errors.ErrorCode;

/** Why an answer is not taken. Ids are API: never reuse one. */
public enum CorrespondenceError implements ErrorCode {
  RESPONSE_UNKNOWN("procurement.response-unknown", 404, "There is no answer %s."),
  RESPONSE_KNOWN(
      "procurement.response-known",
      409,
      "Answer %s to order %s came before: nothing is to be done."),
  SUPPLIER_UNKNOWN(
      "procurement.agreed-order-supplier",
      422,
      "Order %s is with %s, whom we do not know: make the supplier first, then drop it again."),
  ORDER_KNOWN(
      "procurement.agreed-order-known",
      409,
      "Order %s was taken over before: nothing is to be done."),
  JSON(
      "procurement.agreed-order-json",
      422,
      "%s: look at how an order is written in docs/how-to/exchange-orders.md."),
  ORDER_UNKNOWN(
      "procurement.response-order-unknown",
      422,
      "Answer %s is to order %s, which we have not placed: ask its sender."),
  OTHER_SUPPLIER(
      "procurement.response-other-supplier",
      422,
      "Answer %s to order %s comes from %s, but the order is with %s: ask its sender."),
  ORDER_STATE(
      "procurement.response-order-state", 409, "Order %s is %s: nobody waits for an answer to it."),
  NUMBER("procurement.response-number", 422, "An answer has a number of 1 to 100 characters."),
  LINE_UNKNOWN(
      "procurement.response-line-unknown",
      422,
      "Answer %s speaks of line %s, which order %s does not have: ask its sender."),
  RESPONSE_STATE(
      "procurement.response-state", 409, "Answer %s is %s and cannot be settled: reload the page."),
  REASON("procurement.response-reason", 422, "Say why, in 3 to 500 characters."),
  NOTHING_LEFT(
      "procurement.response-nothing-left",
      409,
      "The supplier delivers nothing of order %s: cancel it, or insist."),
  UNIT_DIFFERS(
      "procurement.response-unit-differs",
      422,
      "Line %s was ordered in %s, the answer is in %s: agree it with the supplier and change the"
          + " order yourself."),
  LINE_ADDED(
      "procurement.response-line-added",
      422,
      "The answer adds %s, which nobody asked for: insist, or change the order yourself.");

  private final String id;
  private final int httpStatus;
  private final String text;

  CorrespondenceError(String id, int httpStatus, String text) {
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
