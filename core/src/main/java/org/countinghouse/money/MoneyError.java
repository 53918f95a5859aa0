package org.countinghouse.money;

import org.countinghouse.errors.ErrorCode;

/** What can be wrong with an amount. */
public enum MoneyError implements ErrorCode {
  CURRENCY_MISMATCH(
      "money.currency-mismatch", "To calculate with %s and %s convert one of them first."),
  TOO_MANY_DECIMALS(
      "money.too-many-decimals", "%s has more decimals than %s has: round it by a named rule."),
  NO_SHARES("money.no-shares", "To split %s give at least one positive share.");

  private final String id;
  private final String text;

  MoneyError(String id, String text) {
    this.id = id;
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
}
