package org.countinghouse.matching;

import org.countinghouse.errors.ErrorCode;

/**
 * What an invoice can differ in from its order and receipts. Ids are API: they stand in permanent
 * records and in the catalogue of texts of the forms. Never reuse one.
 */
public enum Difference implements ErrorCode {
  ORDER_UNKNOWN(
      "matching.order-unknown",
      Effect.HOLD,
      false,
      "There is no order %s: name the right one, or treat the invoice as one without order."),
  ORDER_NOT_ISSUED(
      "matching.order-not-issued",
      Effect.WAIT,
      true,
      "Order %s is not with the supplier yet (%s): the invoice waits until it is."),
  ORDER_CANCELLED(
      "matching.order-cancelled", Effect.HOLD, false, "Order %s was cancelled: ask the supplier."),
  SUPPLIER_DIFFERS(
      "matching.supplier-differs",
      Effect.HOLD,
      false,
      "The invoice is from %s, order %s went to %s: ask both."),
  CURRENCY_DIFFERS(
      "matching.currency-differs",
      Effect.HOLD,
      false,
      "The invoice is in %s, order %s in %s: ask for one in the order's currency."),
  BEFORE_ORDER(
      "matching.before-order",
      Effect.HOLD,
      true,
      "The invoice is dated %s, before order %s of %s: find out who ordered."),
  ACCOUNT_CHANGED(
      "matching.account-changed",
      Effect.WAIT,
      true,
      "The supplier wants the money on account %s, which nobody has confirmed: it may be fraud. The"
          + " invoice waits until the change is decided."),
  ACCOUNT_REFUSED(
      "matching.account-refused",
      Effect.HOLD,
      true,
      "Account %s was refused for this supplier, or is used no more: find out why it is named."
          + " Money goes to the account we know only."),
  DUPLICATE_SUSPECTED(
      "matching.duplicate-suspected",
      Effect.HOLD,
      true,
      "Everything it asks for is invoiced already (%s): it looks like the same claim again."),
  PREPAYMENT_NOT_DEDUCTED(
      "matching.prepayment-not-deducted",
      Effect.HOLD,
      true,
      "%s were paid ahead on this order, the invoice deducts %s: ask for a corrected one."),
  PREPAID_UNEXPLAINED(
      "matching.prepaid-unexplained",
      Effect.HOLD,
      true,
      "The invoice calls %s prepaid, we know of %s: find out what was paid."),
  PREPAYMENT(
      "matching.prepayment",
      Effect.HOLD,
      true,
      "%s are asked for ahead of the delivery of order %s: decide whether that was agreed."),
  TAX_SUM(
      "matching.tax-sum",
      Effect.HOLD,
      true,
      "%s on %s are %s by calculation, the invoice says %s: ask for a corrected one."),
  INVOICE_UNKNOWN(
      "matching.invoice-unknown",
      Effect.HOLD,
      true,
      "The credit note is for invoice %s, which we never had from this supplier: ask what it is"
          + " for."),
  INVOICE_OPEN(
      "matching.invoice-open",
      Effect.WAIT,
      true,
      "The credit note is for %s, which is not posted yet: it waits until it is."),
  CREDIT_OVER(
      "matching.credit-over",
      Effect.HOLD,
      true,
      "It credits %s, of invoice %s only %s are left: ask the supplier."),

  LINE_NOT_ORDERED(
      "matching.line-not-ordered", Effect.HOLD, true, "Line %s, %s, was not ordered with %s."),
  CHARGE_NOT_ORDERED(
      "matching.charge-not-ordered",
      Effect.HOLD,
      true,
      "Charge %s, %s of %s, was not ordered; up to %s would be taken."),
  UNIT_DIFFERS(
      "matching.unit-differs",
      Effect.HOLD,
      true,
      "Line %s is in %s, ordered was in %s: quantities cannot be compared."),
  QUANTITY_OVER(
      "matching.quantity-over",
      Effect.HOLD,
      true,
      "Line %s: with %s invoiced before, %s would be invoiced of %s ordered."),
  NOT_RECEIVED(
      "matching.not-received",
      Effect.WAIT,
      true,
      "Line %s: %s invoiced, %s of it received and not invoiced yet: the invoice waits for goods."),
  PRICE_OVER(
      "matching.price-over",
      Effect.HOLD,
      true,
      "Line %s: %s for what was ordered for %s, %s more (%s %%)."),
  TAX_DIFFERS(
      "matching.tax-differs",
      Effect.HOLD,
      true,
      "Line %s is taxed %s %s %%, ordered with tax code %s."),
  CREDIT_QUANTITY_OVER(
      "matching.credit-quantity-over",
      Effect.HOLD,
      true,
      "Line %s credits %s, invoice %s invoiced only %s of it."),

  QUANTITY_TOLERATED(
      "matching.quantity-tolerated",
      Effect.NOTE,
      true,
      "Line %s: %s more than ordered, within the tolerance."),
  PRICE_TOLERATED(
      "matching.price-tolerated",
      Effect.NOTE,
      true,
      "Line %s: %s more than ordered, within the tolerance."),
  PRICE_UNDER("matching.price-under", Effect.NOTE, true, "Line %s: %s less than ordered."),
  CHARGE_TOLERATED(
      "matching.charge-tolerated", Effect.NOTE, true, "Charge %s, %s of %s, within the tolerance.");

  private final String id;
  private final Effect effect;
  private final boolean acceptable;
  private final String text;

  Difference(String id, Effect effect, boolean acceptable, String text) {
    this.id = id;
    this.effect = effect;
    this.acceptable = acceptable;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int httpStatus() {
    return 422;
  }

  @Override
  public String text() {
    return text;
  }

  /** What it does to the invoice. */
  public Effect effect() {
    return effect;
  }

  /** Whether somebody may let the invoice stand against its order all the same. */
  public boolean acceptable() {
    return acceptable;
  }
}
