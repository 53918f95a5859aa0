package org.countinghouse.payables;

import org.countinghouse.errors.ErrorCode;

/** Why payables refuse or warn. Ids are API: never reuse one. */
public enum PayablesError implements ErrorCode {
  INVOICE_UNKNOWN("payables.invoice-unknown", 404, "There is no supplier invoice %s."),
  NUMBER_MISSING("payables.number-missing", 422, "An invoice needs a number: ask for a new one."),
  NUMBER_TOO_LONG(
      "payables.number-too-long",
      422,
      "The number has %s characters, %s are kept: ask for a new one."),
  LINES_MISSING("payables.lines-missing", 422, "Invoice %s has no lines: ask for a complete one."),
  CURRENCY_DIFFERS(
      "payables.currency-differs", 422, "Invoice %s is in %s but states %s: ask for a new one."),
  TOTALS_DIFFER(
      "payables.totals-differ", 422, "Invoice %s does not add up (%s): ask for a corrected one."),
  STATE("payables.invoice-state", 409, "Invoice %s is %s and cannot be %s: reload the page."),
  INVOICE_DUPLICATE(
      "payables.invoice-duplicate",
      409,
      "Invoice %s of this supplier is in the books already as %s: reject it, or override with a"
          + " reason."),
  NOT_DUPLICATE("payables.not-duplicate", 409, "Invoice %s is not held as a duplicate."),
  REASON_MISSING("payables.reason-missing", 422, "To do this with %s say why."),
  LINE_NOT_CODED(
      "payables.line-not-coded", 422, "Line %s of %s needs account and tax code: complete it."),
  LINE_UNKNOWN("payables.line-unknown", 422, "Invoice %s has no line %s."),
  ACCOUNT_UNUSABLE(
      "payables.account-unusable",
      422,
      "Line %s: account %s takes no such posting: choose another."),
  COST_CENTRE_MISSING(
      "payables.cost-centre-missing", 422, "Line %s: account %s needs a cost centre: add it."),
  COST_CENTRE_UNKNOWN(
      "payables.cost-centre-unknown", 422, "Line %s: there is no cost centre %s: choose another."),
  TAX_CODE_UNKNOWN(
      "payables.tax-code-unknown", 422, "There is no tax code %s: choose another or set it up."),
  TAX_CODE_MISMATCH(
      "payables.tax-code-mismatch",
      422,
      "Line %s is taxed %s, tax code %s is for %s: choose the code of that rate."),
  TAX_CODE_MIXED(
      "payables.tax-code-mixed",
      422,
      "Lines taxed %s carry different tax codes (%s): use one code for one rate."),
  RATE_MISSING("payables.rate-missing", 422, "Invoice %s is in %s: enter the exchange rate to %s."),
  RATE_NOT_NEEDED(
      "payables.rate-not-needed", 422, "Invoice %s is in base currency: leave out the rate."),
  DUE_DATE("payables.due-date", 422, "Invoice %s of %s cannot be due before, on %s."),
  ACCOUNTS_MISSING(
      "payables.accounts-missing",
      422,
      "Organization %s has no creditors account: set up payables."),
  MAKER_IS_CHECKER(
      "payables.maker-is-checker", 403, "%s prepared %s: somebody else has to approve it."),
  CHANGED_SINCE_APPROVAL(
      "payables.changed-since-approval",
      409,
      "Invoice %s is not what was approved any more: have it approved again."),
  SUPPLIER_UNKNOWN("payables.supplier-unknown", 404, "There is no supplier %s."),
  SUPPLIER_NOT_ACTIVE(
      "payables.supplier-not-active", 409, "Supplier %s is %s: have it verified first."),
  SUPPLIER_NAME("payables.supplier-name", 422, "A supplier needs a name of 1 to 500 characters."),
  SUPPLIER_TAKEN("payables.supplier-taken", 409, "VAT id %s belongs to supplier %s: use that one."),
  CHANGE_UNKNOWN("payables.supplier-change-unknown", 404, "There is no supplier change %s."),
  CHANGE_STATE(
      "payables.supplier-change-state", 409, "Supplier change %s is %s already: reload the page."),
  CHANGE_NOT_PREPARED(
      "payables.supplier-change-not-prepared", 422, "Save the data of %s before going on."),
  ACCOUNT_TAKEN(
      "payables.supplier-account-taken", 409, "Account %s is known for this supplier already."),

  ACCOUNT_UNKNOWN(
      "payables.supplier-account-unknown", 404, "There is no supplier bank account %s."),
  ACCOUNT_STATE(
      "payables.supplier-account-state",
      409,
      "Account %s is %s: only a verified one can be retired; reload the page."),
  HOLD_DAYS(
      "payables.hold-days", 422, "A new account waits 0 to %s working days: choose within that."),
  CONTACT("payables.supplier-contact", 422, "%s cannot be kept as contact: give %s."),
  REQUEST_UNKNOWN(
      "payables.supplier-request-unknown",
      404,
      "There is no request %s of yours: it was taken already, or is older than a day; enter it"
          + " again."),
  ACCOUNT_MISSING(
      "payables.supplier-account-missing", 422, "Give one bank account: the one that is new."),
  STATEMENT_DAYS(
      "payables.statement-days", 422, "A statement from %s cannot end on %s: choose a later day."),
  SUPPLIER_STATE(
      "payables.supplier-state", 409, "Supplier %s is %s and cannot be %s: reload the page."),
  BLOCK_REASON("payables.block-reason", 422, "To do this with %s say why, in 3 to 500 characters."),

  ITEM_UNKNOWN("payables.item-unknown", 404, "There is no due item %s."),
  ITEM_HELD(
      "payables.item-held",
      409,
      "%s is held: have %s and its bank account verified before anything is paid."),
  ITEM_CLAIMED(
      "payables.item-claimed",
      409,
      "%s is paid by %s: take it out there, or wait for what the bank says."),
  SETTLEMENT_ELSEWHERE(
      "payables.settlement-elsewhere",
      409,
      "%s is part of payment %s: enter what became of the payment."),
  SETTLEMENT_UNKNOWN("payables.settlement-unknown", 404, "There is no settlement %s."),
  SETTLEMENT_REVERSED(
      "payables.settlement-reversed", 409, "%s was taken back already, or takes another back."),
  SETTLEMENT_AMOUNT(
      "payables.settlement-amount",
      422,
      "%s cannot be settled of %s: give an amount above zero, at most the %s that are open."),
  SETTLEMENT_BANK_AMOUNT(
      "payables.settlement-bank-amount",
      422,
      "%s cannot have moved for %s: in one currency both are the same, and never zero."),
  SETTLEMENT_ACCOUNT(
      "payables.settlement-account", 422, "Account %s is no bank account: choose another."),
  SETTLEMENT_DATE(
      "payables.settlement-date",
      422,
      "%s is no day to settle %s on: choose one from %s until today."),

  DISCOUNT_TERM(
      "payables.discount-term",
      422,
      "%s %% within %s days is no discount: give 0 to 365 days, each once, and a percentage above 0"
          + " and below 100."),
  DISPUTE_UNKNOWN("payables.dispute-unknown", 404, "There is no dispute %s."),
  DISPUTE_CLOSED("payables.dispute-closed", 409, "This dispute about %s is closed already."),
  DISPUTE_AMOUNT(
      "payables.dispute-amount",
      422,
      "%s of %s cannot be held back: give an amount above zero, at most the %s that are not held"
          + " back yet."),
  PREPAYMENT_ACCOUNT(
      "payables.prepayment-account",
      422,
      "Line %s: a prepayment stands on account %s until it is deducted: choose it."),

  // warnings: they are shown, they do not stop
  IBAN_INVALID("payables.iban-invalid", 422, "Account %s fails the IBAN check: ask the supplier."),
  ACCOUNT_UNVERIFIED(
      "payables.account-unverified",
      422,
      "Account %s is not verified for this supplier: payments are held until it is."),
  NEAR_DUPLICATE(
      "payables.near-duplicate", 422, "Resembles %s (number %s, same amount): compare the two."),
  SELLER_DIFFERS("payables.seller-differs", 422, "The document names %s, the supplier is %s."),
  ISSUED_IN_FUTURE("payables.issued-in-future", 422, "The document is dated %s, after today."),
  OVERRIDDEN("payables.duplicate-overridden", 422, "Second invoice of this number, accepted: %s");

  private final String id;
  private final int httpStatus;
  private final String text;

  PayablesError(String id, int httpStatus, String text) {
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
