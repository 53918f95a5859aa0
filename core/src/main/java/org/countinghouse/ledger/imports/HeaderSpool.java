package org.countinghouse.ledger.imports;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Journal headers set aside until the file is read to its end: only then may the series be locked
 * that gives them number and chain, and memory does not grow with the file.
 */
final class HeaderSpool implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final FileChannel file;
  private final DataOutputStream out;
  private long count;

  HeaderSpool() throws IOException {
    Path path = Files.createTempFile("countinghouse-import-", ".headers"); // readable by us alone
    file = FileChannel.open(path, READ, WRITE, DELETE_ON_CLOSE);
    out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
    forgetName(path);
  }

  /** Where the system allows it, so that not even a killed process leaves the books lying about. */
  private static void forgetName(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      // Windows keeps it until it is closed
    }
  }

  /** Keeps the part of a header that does not depend on the series. */
  void add(int fiscalYear, byte[] contentHash, byte[] encoded, int length) throws IOException {
    count++;
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
    out.flush();
    file.position(0);
    byte[] contentHash = new byte[32];
    byte[] encoded = new byte[1024];
    var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file), BUFFER));
    for (long left = count; left > 0; left--) {
      int fiscalYear = in.readInt();
      in.readFully(contentHash);
      int length = in.readInt();
      if (length > encoded.length) {
        encoded = new byte[length * 2];
      }
      in.readFully(encoded, 0, length);
      reader.header(fiscalYear, contentHash, encoded, length);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
