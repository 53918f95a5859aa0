package org.countinghouse.tables;

import java.util.List;

/** Takes the rows of a table one after the other, rows without any content left out. */
@FunctionalInterface
public interface RowSink {

  /**
   * Takes a row.
   *
   * @param number as its maker sees it: the line of a CSV file, the row of a sheet; from 1
   * @param cells text of each column, empty where there is none; not kept after the call
   */
  void row(int number, List<String> cells);
}
