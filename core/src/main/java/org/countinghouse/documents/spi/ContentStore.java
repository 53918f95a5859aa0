package org.countinghouse.documents.spi;

import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps bytes under their SHA-256. What was stored once can be read for ever and never changes;
 * storing the same bytes again is free and safe from any number of nodes at once.
 */
public interface ContentStore {

  /**
   * Stores everything the stream yields; on return the bytes survive a power cut. The stream is not
   * closed.
   *
   * @throws IOException when the stream or the store fails; nothing is then stored
   */
  StoredContent put(InputStream content) throws IOException;

  /**
   * The bytes stored under this hash. The returned stream compares what it delivered with the hash
   * and fails at its end when they differ, so a reader that reaches the end has read the truth.
   *
   * @param sha256 64 lower-case hexadecimal digits
   * @throws java.nio.file.NoSuchFileException when nothing is stored under this hash
   */
  InputStream open(String sha256) throws IOException;

  /**
   * @param sha256 64 lower-case hexadecimal digits
   * @param size in bytes
   */
  record StoredContent(String sha256, long size) {}
}
