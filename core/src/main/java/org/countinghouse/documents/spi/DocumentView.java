package org.countinghouse.documents.spi;

import java.util.Locale;
import java.util.Optional;

/** Shows documents of one format to people. Every bean of this type is found. */
public interface DocumentView {

  /**
   * The document as a whole HTML page, self-contained and without scripts: everything in it that
   * came from the document is escaped.
   *
   * @param locale the reader's: language of the labels, format of dates and numbers
   * @return empty when it is not of this format
   */
  Optional<String> html(byte[] content, Locale locale);
}
