package org.countinghouse.reporting.render;

import java.io.IOException;
import org.countinghouse.reporting.spi.Row;

/** Writes a table whose rows pass by one by one. It never closes the stream it writes to. */
public interface RowWriter {

  /** Writes the next row. */
  void row(Row row) throws IOException;

  /**
   * Ends the file.
   *
   * @param contentHash of all that was written
   */
  void end(String contentHash) throws IOException;
}
