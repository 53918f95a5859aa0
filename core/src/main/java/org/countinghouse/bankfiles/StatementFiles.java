package org.countinghouse.bankfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.bankfiles.reading.Bai2Statements;
import org.countinghouse.bankfiles.reading.CamtStatements;
import org.countinghouse.bankfiles.reading.CsvStatements;
import org.countinghouse.bankfiles.reading.FormatGuess;
import org.countinghouse.bankfiles.reading.Mt940Statements;
import org.countinghouse.bankfiles.reading.OfxStatements;

/** Reads statements of every format as a stream of entries. */
public final class StatementFiles {

  /** How many bytes from the beginning tell the format. */
  public static final int HEAD_BYTES = 4096;

  private StatementFiles() {}

  /**
   * The format of a file, by its first bytes and, for tables, by its name. Never throws for strange
   * bytes.
   *
   * @param head at least {@link #HEAD_BYTES} of it, unless it is shorter
   */
  public static Optional<StatementFormat> formatOf(byte[] head, String name) {
    return FormatGuess.of(head, name);
  }

  /**
   * Reads a file to its end, with as much memory as its largest entry needs. The caller closes the
   * stream.
   *
   * @throws org.countinghouse.errors.BusinessException a {@link BankFileError} with the place, when
   *     the file is broken or unsafe (XML with a DOCTYPE); statements read before it are not to be
   *     used either
   * @throws IOException when the stream fails
   */
  public static void read(
      StatementFormat format, InputStream in, StatementOptions options, StatementSink sink)
      throws IOException {
    switch (format) {
      case CAMT -> CamtStatements.read(in, options, sink);
      case MT940 -> Mt940Statements.read(in, options, sink);
      case BAI2 -> Bai2Statements.read(in, options, sink);
      case OFX -> OfxStatements.read(in, options, sink);
      case CSV -> CsvStatements.read(in, options, sink);
    }
  }

  /**
   * Reads a small file into memory.
   *
   * @throws org.countinghouse.errors.BusinessException as {@link #read}
   */
  public static List<StatementWithEntries> list(
      StatementFormat format, byte[] content, StatementOptions options) {
    List<StatementWithEntries> statements = new ArrayList<>();
    var sink =
        new StatementSink() {
          private List<BankEntry> entries = new ArrayList<>();

          @Override
          public void entry(BankEntry entry) {
            entries.add(entry);
          }

          @Override
          public void end(BankStatement statement) {
            statements.add(new StatementWithEntries(statement, entries));
            entries = new ArrayList<>();
          }
        };
    try {
      read(format, new ByteArrayInputStream(content), options, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return statements;
  }
}
