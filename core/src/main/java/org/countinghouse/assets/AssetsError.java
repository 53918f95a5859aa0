package org.countinghouse.assets;

import org.countinghouse.errors.ErrorCode;

/** Why the register refuses. Ids are API: never reuse one. */
public enum AssetsError implements ErrorCode {
  CATEGORY_UNKNOWN(
      "assets.category-unknown", 422, "There is no asset category %s: choose another or add it."),
  CATEGORY_TAKEN(
      "assets.category-taken", 409, "An asset category %s exists already: choose another code."),
  CATEGORY_INVALID("assets.category-invalid", 422, "Asset category %s: %s"),
  ASSET_UNKNOWN("assets.asset-unknown", 404, "There is no asset %s."),
  ASSET_INVALID("assets.asset-invalid", 422, "Asset %s: %s"),
  TERMS_INCOMPLETE("assets.terms-incomplete", 422, "To write %s down by %s say its %s."),
  TAG_TAKEN("assets.tag-taken", 409, "An asset with the tag %s is in the register already."),
  COST_CENTRE_UNKNOWN(
      "assets.cost-centre-unknown", 422, "There is no cost centre %s: correct or add it."),
  COST_CENTRE_MISSING(
      "assets.cost-centre-missing",
      422,
      "Asset %s needs a cost centre: account %s, which takes its depreciation, asks for one."),
  AMOUNT_INVALID("assets.amount-invalid", 422, "%s must be %s, not %s."),
  TAKEOVER_DAY(
      "assets.takeover-day", 422, "An asset is taken over on the first of a month, not on %s."),
  AFTER_DEPRECIATION(
      "assets.after-depreciation",
      409,
      "Asset %s is written down to the end of %s: choose a date in that month or later."),
  BEFORE_LAST_EVENT(
      "assets.before-last-event",
      409,
      "Something happened to asset %s on %s: choose that day or a later one."),
  DEPRECIATION_OUTSTANDING(
      "assets.depreciation-outstanding",
      409,
      "Asset %s is to be written down to the end of %s first: run assets.depreciate for the months"
          + " up to it."),
  GONE("assets.gone", 409, "Asset %s is no longer there: nothing can happen to it."),
  TOO_MUCH("assets.too-much", 422, "Asset %s stands at %s: %s is more."),
  LIFE_OVER(
      "assets.life-over",
      409,
      "The life of asset %s ended with %s: enter what was added as an asset of its own."),
  PROCEEDS_ACCOUNT(
      "assets.proceeds-account", 422, "Say which account the proceeds of asset %s go to."),
  TRANSACTION_UNKNOWN("assets.transaction-unknown", 404, "There is no asset transaction %s."),
  NOT_REVERSIBLE("assets.not-reversible", 409, "This cannot be undone: %s"),
  UNITS_INVALID("assets.units-invalid", 422, "Asset %s: %s"),
  REASON_MISSING("assets.reason-missing", 422, "Say why: the auditor will ask."),
  IMPORT_REFUSED("assets.import-refused", 422, "The file has %s faults; nothing was entered."),
  CHARGE_DUE(
      "assets.charge-due",
      409,
      "%s of asset %s is not posted for %s: run assets.depreciate again."),
  UNITS_MISSING(
      "assets.units-missing",
      409,
      "Nobody reported what asset %s produced in %s: report it, zero if nothing.");

  private final String id;
  private final int httpStatus;
  private final String text;

  AssetsError(String id, int httpStatus, String text) {
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
