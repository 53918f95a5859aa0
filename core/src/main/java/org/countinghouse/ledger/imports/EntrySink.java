package org.countinghouse.ledger.imports;

import java.io.IOException;

/** Takes entries as they are read, as long as nothing was found wrong in the file. */
interface EntrySink {

  void begin(Entry entry) throws IOException;

  void line(Entry entry, EntryLine line) throws IOException;

  void end(Entry entry) throws IOException;

  /** Every entry, also when something is wrong with it or with the file. */
  default void seen(Entry entry) throws IOException {}
}
