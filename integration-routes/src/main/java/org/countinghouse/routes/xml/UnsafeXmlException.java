package org.countinghouse.routes.xml;

/** XML that cannot be read, or not without risk. */
public final class UnsafeXmlException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String place;

  UnsafeXmlException(String place, String message) {
    super(message);
    this.place = place;
  }

  /** Line and column; empty when unknown. */
  public String place() {
    return place;
  }

  /** What the parser did not accept. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
