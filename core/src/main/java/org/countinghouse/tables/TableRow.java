package org.countinghouse.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row below the header.
 *
 * @param number as its maker sees it: the line of a CSV file, the row of a sheet
 * @param header the table's
 */
public record TableRow(int number, List<String> header, List<String> cells) {

  /** Where a finding says that it is: {@code row 7}. */
  public String place() {
    return "row " + number;
  }

  /** The cell's text without space around; null where it is empty or there is no such column. */
  public @Nullable String text(String column) {
    int index = header.indexOf(column);
    if (index < 0 || index >= cells.size()) {
      return null;
    }
    String text = cells.get(index).strip();
    return text.isEmpty() ? null : text;
  }
}
