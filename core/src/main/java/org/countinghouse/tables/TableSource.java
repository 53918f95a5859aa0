package org.countinghouse.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file; they can be read more than once. */
@FunctionalInterface
public interface TableSource {

  /** The bytes from the beginning; closed by the reader. */
  InputStream open() throws IOException;

  /** These bytes. */
  static TableSource of(byte[] content) {
    return () -> new ByteArrayInputStream(content);
  }
}
