package org.countinghouse.reporting.spi;

/**
 * Something the reader of a report must know: shown above the table, in JSON as {@code notes}.
 *
 * @param severity how bad it is
 * @param code stable kebab-case name, part of the content hash
 * @param text one sentence in the reader's language; of a finding it says the remedy
 */
public record Note(Severity severity, String code, String text) {

  /** How bad it is. */
  public enum Severity {
    /** Good to know: a check that held. */
    INFORMATION,
    /** The figures cannot be relied on until somebody acts. */
    FINDING
  }

  /** A check that held, or how to read the report. */
  public static Note information(String code, String text) {
    return new Note(Severity.INFORMATION, code, text);
  }

  /** Something that is wrong. */
  public static Note finding(String code, String text) {
    return new Note(Severity.FINDING, code, text);
  }
}
