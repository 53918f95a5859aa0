package org.countinghouse.reporting.spi;

import java.util.List;

/**
 * A picture of some rows, drawn by the spreadsheet program itself from the cells of the table, on a
 * sheet of its own behind it.
 *
 * @param kind how amounts are drawn
 * @param title above the picture, in the reader's language
 * @param labels key of the column that names each row
 * @param series keys of the money columns, one series each, named by their headings
 * @param rows numbers of the rows, as {@link ReportTable#rows()} counts them, from 0
 */
public record Chart(
    Kind kind, String title, String labels, List<String> series, List<Integer> rows) {

  /** How amounts are drawn. */
  public enum Kind {
    /** Upright bars side by side: few things, several periods. */
    COLUMN,
    /** Lying bars: things with long names. */
    BAR,
    /** A line: what moves in time. */
    LINE
  }

  public Chart {
    series = List.copyOf(series);
    rows = List.copyOf(rows);
  }
}
