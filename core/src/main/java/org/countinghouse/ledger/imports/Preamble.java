package org.countinghouse.ledger.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/**
 * What may stand before the header: a byte order mark, and a first line {@code sep=;} by which
 * spreadsheets declare another separator.
 *
 * @param in at the header
 * @param line the header's line number
 */
record Preamble(InputStream in, char separator, int line) {

  private static final int LOOK = 16;

  static Preamble read(InputStream file, char expected) throws IOException {
    byte[] head = file.readNBytes(LOOK);
    int at = startsWith(head, 0, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}) ? 3 : 0;
    char separator = expected;
    int line = 1;
    byte[] declaration = "sep=".getBytes(StandardCharsets.US_ASCII);
    if (startsWith(head, at, declaration) && at + 5 < head.length) {
      int after = at + 5;
      int newline = head[after] == '\r' ? after + 1 : after;
      if (newline < head.length && head[newline] == '\n') {
        separator = (char) head[at + 4];
        at = newline + 1;
        line = 2;
      }
    }
    var rest = new PushbackInputStream(file, LOOK);
    rest.unread(head, at, head.length - at);
    return new Preamble(rest, separator, line);
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] prefix) {
    if (bytes.length - at < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[at + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
