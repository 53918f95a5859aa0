package org.countinghouse.currency;

import org.countinghouse.errors.ErrorCode;

/** Why exchange rates are refused or missing. Ids are API: never reuse one. */
public enum CurrencyError implements ErrorCode {
  RATE_MISSING(
      "currency.rate-missing",
      422,
      "No rate from %s to %s was published on %s or in the %s days before: drop the ECB file into"
          + " fx-rates or enter the rate."),
  AVERAGE_MISSING(
      "currency.average-missing",
      422,
      "No rate from %s to %s was published in %s: drop the ECB file into fx-rates or enter the"
          + " rates."),
  RATE_INVALID(
      "currency.rate-invalid",
      422,
      "%s cannot be kept: a rate is positive, has at most 10 decimals and two different"
          + " currencies."),
  RATE_IN_FUTURE(
      "currency.rate-in-future", 422, "%s lies in the future: correct the day of publication."),
  RATE_DIFFERS(
      "currency.rate-differs",
      409,
      "%s differs from the %s that is known: if the new one is right, correct the known rate with a"
          + " reason."),
  RATE_UNKNOWN(
      "currency.rate-unknown", 404, "There is no current rate %s: list the rates and choose one."),
  REASON_MISSING("currency.reason-missing", 422, "To correct %s say why."),
  CODE_UNKNOWN(
      "currency.code-unknown", 422, "%s is no currency of ISO 4217: correct or remove it."),

  // what a file of rates can have wrong
  FILE_HEADER(
      "currency.file-header",
      422,
      "The first line must be the ECB's: Date, then one currency code per column; it is %s."),
  FILE_DAY("currency.file-day", 422, "%s is no day like 2026-10-30 or 30 October 2026."),
  FILE_RATE(
      "currency.file-rate", 422, "%s for %s is no rate: a positive number with a dot, or N/A."),
  FILE_CELLS("currency.file-cells", 422, "The line has %s cells, the header %s: complete it."),
  FILE_EMPTY("currency.file-empty", 422, "The file states no rate at all: ask for a complete one."),
  FILE_XML("currency.file-xml", 422, "The file cannot be read: %s. Fetch it again."),

  // warning: it is shown, it does not stop
  RATE_JUMPS(
      "currency.rate-jumps",
      422,
      "%s is %s %% off the last known, %s of %s: compare it with another source.");

  private final String id;
  private final int httpStatus;
  private final String text;

  CurrencyError(String id, int httpStatus, String text) {
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
