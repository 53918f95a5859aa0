package org.countinghouse.reporting.spi;

/**
 * Words of the report itself: the name of a line, "Total". A cell of a text column. The content
 * hash takes the key, so the same facts have the same hash in every language.
 *
 * @param key stable name
 * @param text in the reader's language
 */
public record Label(String key, String text) {

  /** The text of this key in the report's messages. */
  public static Label of(String key, Messages messages) {
    return new Label(key, messages.text(key));
  }

  @Override
  public String toString() {
    return text;
  }
}
