package org.countinghouse.bankfiles;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.countinghouse.bankfiles.reading.Pain002Reader;

/** Reads what banks say about payment files. */
public final class StatusReports {

  private StatusReports() {}

  /**
   * Reads ISO 20022 payment status reports (pain.002) of any version; one report per original file.
   *
   * @throws org.countinghouse.errors.BusinessException {@code bankfiles.*} when the file is broken,
   *     unsafe, or has a status that is unknown
   */
  public static List<StatusReport> readPain002(InputStream in) throws IOException {
    return new Pain002Reader(in).read();
  }
}
