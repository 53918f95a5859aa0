package org.countinghouse.ledger;

import java.io.IOException;
import java.io.InputStream;

/** A journal file's bytes; they can be read again from the beginning. */
public interface JournalSource {

  /** How many bytes there are. */
  long size();

  /** The bytes from the beginning; closed by the reader. */
  InputStream open() throws IOException;
}
