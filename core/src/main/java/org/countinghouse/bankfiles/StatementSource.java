package org.countinghouse.bankfiles;

import java.io.IOException;

/** A file of statements that can be read more than once, each time from its beginning. */
@FunctionalInterface
public interface StatementSource {

  /**
   * Reads the whole file into the sink.
   *
   * @throws org.countinghouse.errors.BusinessException a {@link BankFileError} when the file is
   *     broken; the sink may have seen statements before it
   * @throws IOException when the bytes cannot be had
   */
  void readTo(StatementSink sink) throws IOException;
}
