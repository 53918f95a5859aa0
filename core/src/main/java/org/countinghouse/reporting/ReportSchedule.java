package org.countinghouse.reporting;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report that is made by itself.
 *
 * @param name what people call it, unique while it lives
 * @param report name of the report
 * @param language BCP 47, of titles and headings
 * @param parameters of the report; values may be days relative to when it is due, {@link
 *     RelativeDays}
 * @param cron when, in the organization's zone: six fields, seconds first, {@code 0 0 6 1 * *}
 * @param nextDueAt when next; null once it ended, or when its expression has no next time
 */
public record ReportSchedule(
    UUID id,
    UUID organizationId,
    String name,
    String report,
    ReportFormat format,
    String language,
    Map<String, String> parameters,
    String cron,
    @Nullable Instant nextDueAt,
    String createdBy,
    Instant createdAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt) {

  public ReportSchedule {
    parameters = Map.copyOf(parameters);
  }

  /** What somebody wants to have made by itself. */
  public record Wish(
      String name,
      String report,
      ReportFormat format,
      String language,
      Map<String, String> parameters,
      String cron) {

    public Wish {
      parameters = Map.copyOf(parameters);
    }
  }

  /**
   * One time it was due.
   *
   * @param documentId the file, once it is delivered
   * @param contentHash of the figures in it
   */
  public record Delivery(
      UUID id,
      UUID scheduleId,
      Instant dueAt,
      @Nullable UUID documentId,
      @Nullable String fileName,
      @Nullable String contentHash,
      @Nullable Instant deliveredAt) {}
}
