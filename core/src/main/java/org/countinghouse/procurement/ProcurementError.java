package org.countinghouse.procurement;

import org.countinghouse.errors.ErrorCode;

/** Why an order is refused. Ids are API: never reuse one. */
public enum ProcurementError implements ErrorCode {
  ORDER_UNKNOWN("procurement.order-unknown", 404, "There is no order %s."),
  VERSION_UNKNOWN("procurement.version-unknown", 404, "There is no version %s of an order."),
  STATE("procurement.state", 409, "Order %s is %s and cannot be %s."),
  REFUSED("procurement.refused", 422, "The order has %s findings, so it stays here: correct them."),
  LINES("procurement.lines", 422, "An order has 1 to %s lines."),
  NAME("procurement.name", 422, "Say in 1 to %s characters what is wanted."),
  TEXT("procurement.text", 422, "The text is longer than %s characters: shorten it."),
  QUANTITY(
      "procurement.quantity",
      422,
      "Quantity %s: order more than nothing, with at most six decimals."),
  UNIT(
      "procurement.unit",
      422,
      "%s is no unit: take a code of UN/ECE Recommendation 20 such as C62 (piece), KGM or HUR."),
  PRICE("procurement.price", 422, "Price %s: not below zero, with at most six decimals."),
  TOO_MUCH("procurement.too-much", 422, "%s is more than the books can hold: correct it."),
  POSITION("procurement.position", 422, "Position %s is there twice: number the lines."),
  LINE_UNKNOWN("procurement.line-unknown", 422, "The order has no line %s."),
  CATEGORY_MISSING(
      "procurement.category-missing", 422, "Say what kind of thing it is: a category."),
  CATEGORY_UNKNOWN("procurement.category-unknown", 422, "There is no category %s: choose another."),
  CATEGORY_INVALID("procurement.category-invalid", 422, "Category %s: %s"),
  ACCOUNT_UNKNOWN("procurement.account-unknown", 422, "There is no account %s: correct it."),
  ACCOUNT_CLOSED(
      "procurement.account-closed", 422, "Nothing can be posted to account %s: take another."),
  DIMENSION_MISSING("procurement.dimension-missing", 422, "Account %s needs a %s: add it."),
  COST_CENTRE_UNKNOWN(
      "procurement.cost-centre-unknown", 422, "There is no cost centre %s: correct it."),
  PROJECT_UNKNOWN("procurement.project-unknown", 422, "There is no open project %s: correct it."),
  TAX_CODE_UNKNOWN(
      "procurement.tax-code-unknown", 422, "There is no tax code %s for purchases: correct it."),
  DELIVER_BY("procurement.deliver-by", 422, "%s is past: choose a later day of delivery."),
  RATE_MISSING(
      "procurement.rate-missing",
      422,
      "There is no rate from %s to %s: have it published, or order in another currency."),
  SUPPLIER_MISSING("procurement.supplier-missing", 422, "Choose who delivers it."),
  SUPPLIER_UNKNOWN("procurement.supplier-unknown", 422, "There is no supplier %s."),
  SUPPLIER_NOT_ACTIVE(
      "procurement.supplier-not-active",
      422,
      "Supplier %s is %s: have it verified, or choose another."),
  SUPPLIER_FIXED(
      "procurement.supplier-fixed",
      422,
      "Order %s is with its supplier: to change supplier or currency, cancel it and order anew."),
  NUMBER_INVALID(
      "procurement.number-invalid",
      422,
      "%s cannot be the number of an order agreed elsewhere: it is empty, too long or of our own"
          + " series."),
  NUMBER_TAKEN("procurement.number-taken", 409, "There is an order %s already."),
  CHANGE_PENDING(
      "procurement.change-pending",
      409,
      "A change of order %s is on its way: withdraw it or wait for it."),
  NOTHING_CHANGED("procurement.nothing-changed", 422, "The change says what order %s says."),
  BELOW_RECEIVED(
      "procurement.below-received",
      409,
      "%s of line %s were received or invoiced: order no less, or return them first."),
  LINE_IN_USE(
      "procurement.line-in-use",
      409,
      "Line %s was received or invoiced: it stays, close the order to drop the rest."),
  BUDGET_EXCEEDED(
      "procurement.budget-exceeded",
      409,
      "%s: the budget of %s has %s left and %s is wanted. Order less, or have the budget raised."),
  NOT_APPROVED("procurement.not-approved", 409, "Order %s was not approved as it is now."),
  NOT_AGREED(
      "procurement.not-agreed",
      409,
      "Nothing is agreed for order %s: save supplier and prices first."),
  MAKER_IS_CHECKER(
      "procurement.maker-is-checker",
      403,
      "%s approved order %s: somebody else must agree it with the supplier."),
  RECEIVED(
      "procurement.received",
      409,
      "Order %s cannot be cancelled: of line %s, %s were received and %s invoiced. Close it to drop"
          + " the rest."),
  INVOICE_OUTSTANDING(
      "procurement.invoice-outstanding",
      409,
      "Order %s cannot be closed: of line %s, %s are received and not invoiced. Wait for the"
          + " invoice, or record that they went back."),
  RETURNED_TOO_MUCH(
      "procurement.returned-too-much", 409, "Of line %s of order %s there are only %s to go back."),
  REASON("procurement.reason", 422, "Say why, in 3 to 2000 characters."),
  CONTROL_INVALID("procurement.control-invalid", 422, "No budget control was set: %s");

  private final String id;
  private final int httpStatus;
  private final String text;

  ProcurementError(String id, int httpStatus, String text) {
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
