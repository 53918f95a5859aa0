package org.countinghouse.tax;

import org.countinghouse.errors.ErrorCode;

/** Why tax is refused. Ids are API: never reuse one. */
public enum TaxError implements ErrorCode {
  CODE_UNKNOWN("tax.code-unknown", 422, "There is no tax code %s: choose another or set it up."),
  CODE_TAKEN("tax.code-taken", 409, "A tax code %s exists already: choose another."),
  CODE_INVALID("tax.code-invalid", 422, "Tax code %s cannot be used: %s"),
  CODE_MISSING(
      "tax.code-missing",
      422,
      "%s is a tax account: give the line the tax code its tax belongs to, or a transfer code."),
  CODE_WRONG_ACCOUNT(
      "tax.code-wrong-account", 422, "Tax code %s moves tax: use it on a tax account, not on %s."),
  TEMPLATE_UNKNOWN(
      "tax.template-unknown", 404, "There are no tax codes for %s, only for %s: choose one."),
  TAX_ACCOUNT_CODED(
      "tax.account-coded",
      422,
      "Line %s: %s is a tax account: tax follows from the tax code, choose the account of the"
          + " cost.");

  private final String id;
  private final int httpStatus;
  private final String text;

  TaxError(String id, int httpStatus, String text) {
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
