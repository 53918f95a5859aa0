package org.countinghouse.ledger.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Journal headers set aside until the file is read to its end: only then may the series be locked
 * that gives them number and chain, and memory does not grow with the file.
 */
final class HeaderSpool implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final DataOutputStream out;

  HeaderSpool() throws IOException {
    file = Files.createTempFile("countinghouse-import-", ".headers"); // readable by us alone
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
  }

  /** Keeps the part of a header that does not depend on the series. */
  void add(int fiscalYear, byte[] contentHash, byte[] encoded, int length) throws IOException {
    out.writeInt(fiscalYear);
    out.write(contentHash);
    out.writeInt(length);
    out.write(encoded, 0, length);
  }

  /** Takes a header out again. */
  interface Reader {
    void header(int fiscalYear, byte[] contentHash, byte[] encoded, int length) throws IOException;
  }

  /** Hands all of them over, in the order they came. */
  void replay(Reader reader) throws IOException {
    out.close();
    byte[] contentHash = new byte[32];
    byte[] encoded = new byte[1024];
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      while (true) {
        int fiscalYear;
        try {
          fiscalYear = in.readInt();
        } catch (EOFException e) {
          return;
        }
        in.readFully(contentHash);
        int length = in.readInt();
        if (length > encoded.length) {
          encoded = new byte[length * 2];
        }
        in.readFully(encoded, 0, length);
        reader.header(fiscalYear, contentHash, encoded, length);
      }
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }
}
