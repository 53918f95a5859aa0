package org.countinghouse.reporting.spi;

import java.io.IOException;
import java.io.Writer;

/**
 * A text the whole ledger can be written as, for another program to read. A bean of this type is
 * found; its package is one folder under {@code reporting/export}.
 */
public interface LedgerFormat {

  /** Stable kebab-case name, the one asked for. */
  String name();

  /** End of the file's name, without the dot. */
  String extension();

  /** MIME type with character set; the text is UTF-8. */
  String mediaType();

  /** Begins a file: what stands above the first journal. */
  LedgerWriter begin(LedgerHeader header, Writer out) throws IOException;

  /** Writes the journals of one file, one after the other, in the order of their numbers. */
  interface LedgerWriter {

    /** Writes one journal. */
    void write(LedgerEntry entry) throws IOException;

    /** Writes what stands below the last journal; does not close. */
    default void end() throws IOException {}
  }
}
