package org.countinghouse.reporting.spi;

import java.util.Set;

/**
 * One report. To add one, make a folder under {@code reporting/report} with a bean of this type,
 * its query and its texts; nothing else changes ({@code docs/how-to/add-a-report.md}).
 *
 * <p>A module may keep the report of its own data in a package {@code report.<name>} of its own.
 */
public interface Report {

  /** Stable kebab-case name, the same in the address, the file name and the folder. */
  String name();

  /** Names of the parameters {@link #run} understands. Others are refused before it is called. */
  Set<String> parameters();

  /** Whether it can be had of a group; where not, a request for one is refused before it runs. */
  default boolean supportsGroups() {
    return false;
  }

  /** Whether it can be had of a single organization; a consolidation cannot. */
  default boolean supportsOrganizations() {
    return true;
  }

  /**
   * Names of the parameters it cannot do without, because no default would mean anything: the
   * document whose audit is asked for. Such a report cannot be had without them.
   */
  default Set<String> requiredParameters() {
    return Set.of();
  }

  /**
   * Runs the query. Only reads; the same request over the same facts gives the same {@link
   * ReportTable#contentHash()}.
   *
   * @throws org.countinghouse.errors.BusinessException {@code reporting.parameter-invalid} when a
   *     parameter cannot be read
   */
  ReportTable run(ReportRequest request);
}
