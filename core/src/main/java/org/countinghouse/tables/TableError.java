package org.countinghouse.tables;

import org.countinghouse.errors.ErrorCode;

/** What can be wrong with a table. Ids are API: never reuse one. */
public enum TableError implements ErrorCode {
  EMPTY("tables.empty", "The file has no rows: it needs a header and at least one row."),
  UNREADABLE(
      "tables.unreadable",
      "This is neither a CSV file nor an Excel workbook (.xlsx) that can be opened: %s."),
  ENCODING("tables.encoding", "The row is not UTF-8: save the file as CSV UTF-8."),
  QUOTES("tables.quotes", "A quote is not closed, or stands inside a field without quotes."),
  TOO_MANY_ROWS("tables.too-many-rows", "The file has more than %s rows: split it."),
  TOO_LONG("tables.too-long", "The row is longer than %s characters: is a quote missing?"),
  HEADER("tables.header", "The header must name these columns: %s; and may name: %s. %s"),
  MISSING("tables.missing", "The row needs a value for %s."),
  TEXT("tables.text", "%s is longer than %s characters: shorten it."),
  NUMBER("tables.number", "%s: %s is no number: write digits with a decimal point, no thousands."),
  DATE("tables.date", "%s: %s is no date: write it as 2026-03-31 or format the cell as a date.");

  private final String id;
  private final String text;

  TableError(String id, String text) {
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
