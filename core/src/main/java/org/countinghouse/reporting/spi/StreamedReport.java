package org.countinghouse.reporting.spi;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.reporting.ReportingError;

/**
 * A report that may have more rows than fit in memory. It hands its rows over one by one, from a
 * cursor, and they go straight into the file. Its sums are rows of its own; no column is {@link
 * Column#totalled()}.
 */
public interface StreamedReport extends Report {

  /** Rows that {@link #run} collects; a caller who wants more takes a file. */
  int COLLECTED_ROWS_MAX = 100_000;

  /** The table without its rows. Refuses what cannot be read before a byte is written. */
  ReportTable frame(ReportRequest request);

  /** Hands over the rows, in an order that the facts alone decide. Called in a transaction. */
  void stream(ReportRequest request, RowSink rows);

  /**
   * All rows at once.
   *
   * @throws org.countinghouse.errors.BusinessException {@code reporting.too-many-rows}
   */
  @Override
  default ReportTable run(ReportRequest request) {
    ReportTable frame = frame(request);
    List<Row> rows = new ArrayList<>();
    stream(
        request,
        row -> {
          if (rows.size() == COLLECTED_ROWS_MAX) {
            throw ReportingError.TOO_MANY_ROWS.with(name(), COLLECTED_ROWS_MAX);
          }
          rows.add(row);
        });
    return frame.withRows(rows);
  }

  /** Takes the rows of a report. */
  @FunctionalInterface
  interface RowSink {

    /** Takes the next row. */
    void accept(Row row);
  }
}
