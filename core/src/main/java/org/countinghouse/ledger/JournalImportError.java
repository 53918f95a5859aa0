package org.countinghouse.ledger;

import org.countinghouse.errors.ErrorCode;

/** What can be wrong with a journal file. Ids are API: never reuse one. */
public enum JournalImportError implements ErrorCode {
  REFUSED(
      "ledger.import-refused", "%s has %s findings, so nothing of it was posted: correct them."),
  DUPLICATE_FILE("ledger.import-duplicate-file", "This file was imported already, as %s."),
  EMPTY("ledger.import-empty", "The file is empty: it needs a header and lines."),
  NO_LINES("ledger.import-no-lines", "The file has a header but no lines: add them."),
  SEPARATOR(
      "ledger.import-separator",
      "Fields are separated by '%s' but '%s' was expected: save it so, or make 'sep=%s' the first line."),
  HEADER("ledger.import-header", "The header must name these columns: %s. %s"),
  FIELDS("ledger.import-fields", "The line has %s fields but the header names %s."),
  QUOTES("ledger.import-quotes", "A quote is not closed, or stands inside a field without quotes."),
  TOO_LONG("ledger.import-line-too-long", "The line is longer than %s bytes: is a quote missing?"),
  ENCODING("ledger.import-encoding", "The line is not UTF-8: save the file as UTF-8."),
  ENTRY("ledger.import-entry", "The line needs an entry of 1 to 100 characters."),
  DATE("ledger.import-date", "%s is no date: write it as 2025-03-31."),
  DATES_DIFFER("ledger.import-dates-differ", "Entry %s has %s here and %s before: use one date."),
  LINE("ledger.import-line", "%s is no line number: use 1, 2, 3 within the entry."),
  DUPLICATE_ENTRY(
      "ledger.import-duplicate-entry",
      "Entry %s is in the file twice, first at line %s: keep one, all its lines together."),
  AMOUNT(
      "ledger.import-amount",
      "%s is no amount: write digits with a decimal point, without sign and thousands."),
  DECIMALS("ledger.import-decimals", "%s has more decimals than %s has: round it."),
  BOTH_SIDES("ledger.import-both-sides", "The line has a debit and a credit: make it two lines."),
  NO_AMOUNT("ledger.import-no-amount", "The line has neither a debit nor a credit: add one."),
  CURRENCY("ledger.import-currency", "%s is no currency (ISO 4217): write EUR, USD."),
  CURRENCY_AMOUNT(
      "ledger.import-currency-amount",
      "The line is in %s: give the amount in it as currency_amount; debit and credit are in %s."),
  RATE("ledger.import-rate", "%s %s at the rate %s is not %s %s: correct one of the three."),
  SOURCE("ledger.import-source", "%s is no source: use up to 20 letters, digits, hyphens."),
  SOURCES_DIFFER("ledger.import-sources-differ", "Entry %s has source %s here and %s before."),
  TEXT("ledger.import-text", "The text is longer than %s characters: shorten it."),
  MORE("ledger.import-more", "There are %s more findings.");

  private final String id;
  private final String text;

  JournalImportError(String id, String text) {
    this.id = id;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int httpStatus() {
    return this == DUPLICATE_FILE ? 409 : 422;
  }

  @Override
  public String text() {
    return text;
  }
}
