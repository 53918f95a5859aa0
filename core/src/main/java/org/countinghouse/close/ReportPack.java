package org.countinghouse.close;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a closed month, made from what was known at the close.
 *
 * @param archiveId the stored archive of all of them; null until the last one is in
 * @param reports in the order of their names
 */
public record ReportPack(
    UUID id,
    UUID organizationId,
    UUID closingId,
    Instant knownAt,
    @Nullable UUID archiveId,
    List<Entry> reports) {

  public ReportPack {
    reports = List.copyOf(reports);
  }

  /**
   * One report.
   *
   * @param report its name
   * @param contentHash hash of what it says, whatever its language and the day it was made
   * @param documentId the stored workbook
   */
  public record Entry(String report, String contentHash, UUID documentId) {}

  /** Whether it is archived. */
  public boolean isComplete() {
    return archiveId != null;
  }
}
