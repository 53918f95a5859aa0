package org.countinghouse.reporting.spi;

import java.util.Set;

/**
 * One report. To add one, make a folder under {@code reporting/report} with a bean of this type,
 * its query and its texts; nothing else changes ({@code docs/how-to/add-a-report.md}).
 */
public interface Report {

  /** Stable kebab-case name, the same in the address, the file name and the folder. */
  String name();

  /** Names of the parameters {@link #run} understands. Others are refused before it is called. */
  Set<String> parameters();

  /**
   * Runs the query. Only reads; the same request over the same facts gives the same {@link
   * ReportTable#contentHash()}.
   *
   * @throws org.countinghouse.errors.BusinessException {@code reporting.parameter-invalid} when a
   *     parameter cannot be read
   */
  ReportTable run(ReportRequest request);
}
