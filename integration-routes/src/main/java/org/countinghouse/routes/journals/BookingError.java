package org.countinghouse.routes.journals;

import org.countinghouse.errors.ErrorCode;

/** What can be wrong with a file of another accounting program. Ids are API: never reuse one. */
public enum BookingError implements ErrorCode {
  TOO_MANY(
      "journals.too-many-bookings",
      "The file has %s bookings; at most %s are posted in one go: export it in parts, by month."),
  NO_BASE_AMOUNT(
      "journals.base-amount-missing",
      "The booking is in %s and does not say what that is in %s: export it with the base amount."),
  DATEV_HEADER(
      "journals.datev-header",
      "The first line is no DATEV header of a booking batch (EXTF, category 21): it says \"%s\"."
          + " Export the booking batch (Buchungsstapel)."),
  DATEV_COLUMN(
      "journals.datev-column", "The second line names no column \"%s\": export it as DATEV does."),
  DATEV_QUOTES(
      "journals.datev-quotes", "A quote is not closed: correct the line, one booking per line."),
  DATEV_AMOUNT(
      "journals.datev-amount", "\"%s\" is no amount: write digits with a decimal comma, unsigned."),
  DATEV_SIDE("journals.datev-side", "\"%s\" is neither S (debit) nor H (credit): write one."),
  DATEV_ACCOUNT("journals.datev-account", "The booking has no %s: name both accounts."),
  DATEV_DATE(
      "journals.datev-date", "\"%s\" is no day of the fiscal year from %s: write it as DDMM."),
  DATEV_REFERENCE(
      "journals.datev-reference",
      "Belegfeld 1 has %s characters; DATEV allows 36: shorten the document number."),
  DATEV_TAX_KEY(
      "journals.datev-tax-key",
      "Tax key %s asks for a tax split that only DATEV's own accounts define: book the tax as a"
          + " line of its own."),
  SAFT_UNREADABLE("journals.saft-unreadable", "The file is no readable SAF-T file: %s."),
  SAFT_TOO_LARGE(
      "journals.saft-too-large",
      "The file has %s bytes; at most %s are read: export it in parts, by month."),
  SAFT_TOTAL(
      "journals.saft-total",
      "The header states %s %s, the transactions have %s: export the file again."),
  SAFT_UNBALANCED(
      "journals.saft-unbalanced", "Transaction %s does not balance, it is %s off: correct it."),
  SAFT_ACCOUNT(
      "journals.saft-account",
      "Account %s opens with %s, moves by %s and should close with %s, but states %s: export the"
          + " whole period with its balances."),
  SAFT_VALUE("journals.saft-value", "\"%s\" is no %s: correct it."),
  SAFT_EMPTY("journals.saft-empty", "The file has no transactions: nothing to post.");

  private final String id;
  private final String text;

  BookingError(String id, String text) {
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
