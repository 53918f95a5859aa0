package org.countinghouse.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of file a report can be had as. */
public enum ReportFormat {
  /** For programs: amounts as text with their currency, no digit lost. */
  JSON("application/json"),
  /** For spreadsheets and scripts; text that could start a formula is disarmed. */
  CSV("text/csv;charset=UTF-8"),
  /** For people: real numbers and dates, totals, ready to print. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String mediaType;

  ReportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The MIME type, with its character set where it has one. */
  public String mediaType() {
    return mediaType;
  }

  /** The end of the file name, without the dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of this name, however capitalised.
   *
   * @throws org.countinghouse.errors.BusinessException {@code reporting.format-unknown}
   */
  public static ReportFormat named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                ReportingError.FORMAT_UNKNOWN.with(
                    name,
                    Arrays.stream(values())
                        .map(ReportFormat::extension)
                        .collect(Collectors.joining(", "))));
  }
}
