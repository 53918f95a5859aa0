package org.countinghouse.approvals;

/**
 * One statement about what is approved.
 *
 * @param kind what is stated, a key the forms translate: {@code invoice.gross}, {@code
 *     line.account}
 * @param item which one of several, such as a line number; empty when there is one only
 * @param value the statement in a form that does not depend on language: {@code 119.00 EUR}
 */
public record Fact(String kind, String item, String value) {

  /** A statement of which there is one only. */
  public static Fact of(String kind, Object value) {
    return new Fact(kind, "", value.toString());
  }

  /** A statement about one item of several. */
  public static Fact of(String kind, Object item, Object value) {
    return new Fact(kind, item.toString(), value.toString());
  }
}
