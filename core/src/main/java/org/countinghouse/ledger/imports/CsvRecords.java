package org.countinghouse.ledger.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The records of a CSV file (RFC 4180) as slices of one reused buffer: nothing is copied or decoded
 * that nobody asks for.
 *
 * <p>What a record's slices hold is valid until the next call of {@link #next()}.
 */
final class CsvRecords {

  /** Longer records are refused: most likely a quote is missing. */
  static final int RECORD_BYTES_MAX = 32 * 1024;

  private static final int FIELDS_MAX = 64;

  private final InputStream in;
  private final byte separator;
  private final byte[] buffer = new byte[8 * RECORD_BYTES_MAX];
  private final int[] starts = new int[FIELDS_MAX];
  private final int[] lengths = new int[FIELDS_MAX];
  private int position;
  private int limit;
  private boolean atEnd;
  private int nextLine;
  private int line;
  private int fields;
  private boolean wellFormed;
  private boolean tooLong;
  private int allBits;

  /**
   * @param in at the beginning of a record
   * @param line the line number there
   */
  CsvRecords(InputStream in, char separator, int line) {
    this.in = in;
    this.separator = (byte) separator;
    this.nextLine = line;
  }

  /** Moves to the next record that is not an empty line; false at the end. */
  boolean next() throws IOException {
    do {
      if (limit - position < RECORD_BYTES_MAX && !atEnd) {
        refill();
      }
      if (position == limit) {
        return false;
      }
      read();
    } while (fields == 1 && lengths[0] == 0 && wellFormed);
    return true;
  }

  private void refill() throws IOException {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    while (limit < buffer.length) {
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count < 0) {
        atEnd = true;
        return;
      }
      limit += count;
    }
  }

  private void read() {
    line = nextLine;
    fields = 0;
    wellFormed = true;
    tooLong = false;
    allBits = 0;
    int end = Math.min(limit, position + RECORD_BYTES_MAX);
    boolean more = true;
    while (more) {
      more = position < end && buffer[position] == '"' ? quoted(end) : plain(end);
    }
    if (position == end && end < limit) {
      tooLong = true;
      skipLine();
    }
  }

  /** Reads a field without quotes; whether another follows. */
  private boolean plain(int end) {
    int start = position;
    int at = start;
    int bits = 0;
    byte here = '\n';
    while (at < end) {
      here = buffer[at];
      if (here == separator || here == '\n') {
        break;
      }
      if (here == '"') {
        wellFormed = false;
      }
      bits |= here;
      at++;
    }
    allBits |= bits;
    return endField(start, at, end);
  }

  /** Reads a field in quotes, taking doubled quotes together in place; whether another follows. */
  private boolean quoted(int end) {
    int start = ++position;
    int to = start;
    int at = start;
    boolean open = true;
    while (at < end) {
      byte here = buffer[at];
      if (here == '"') {
        if (at + 1 < end && buffer[at + 1] == '"') {
          at++;
        } else {
          open = false;
          at++;
          break;
        }
      } else if (here == '\n') {
        nextLine++;
      }
      allBits |= here;
      buffer[to++] = here;
      at++;
    }
    int rest = at;
    while (at < end && buffer[at] != separator && buffer[at] != '\n') {
      at++;
    }
    boolean clean = at == rest || (at == rest + 1 && buffer[rest] == '\r');
    wellFormed &= !open && clean;
    addField(start, to - start);
    return separated(at, end);
  }

  private boolean endField(int start, int at, int end) {
    int length = at - start;
    boolean lineEnds = at == end || buffer[at] == '\n';
    if (lineEnds && length > 0 && buffer[at - 1] == '\r') {
      length--;
    }
    addField(start, length);
    return separated(at, end);
  }

  private boolean separated(int at, int end) {
    position = Math.min(at + 1, end);
    if (at < end && buffer[at] == '\n') {
      nextLine++;
    }
    return at < end && buffer[at] == separator;
  }

  private void addField(int start, int length) {
    if (fields < FIELDS_MAX) {
      starts[fields] = start;
      lengths[fields] = length;
    }
    fields++;
  }

  private void skipLine() {
    while (position < limit && buffer[position] != '\n') {
      position++;
    }
    if (position < limit) {
      position++;
      nextLine++;
    }
  }

  /** The line the record begins on, from 1. */
  int line() {
    return line;
  }

  int fields() {
    return fields;
  }

  boolean isWellFormed() {
    return wellFormed;
  }

  boolean isTooLong() {
    return tooLong;
  }

  /** Whether every byte is ASCII, or else the record is valid UTF-8. */
  boolean isUtf8() {
    if (allBits >= 0) {
      return true;
    }
    for (int i = 0; i < Math.min(fields, FIELDS_MAX); i++) {
      if (!Utf8.isValid(buffer, starts[i], lengths[i])) {
        return false;
      }
    }
    return true;
  }

  /** Where the slices lie. */
  byte[] buffer() {
    return buffer;
  }

  int start(int field) {
    return starts[field];
  }

  int length(int field) {
    return lengths[field];
  }

  /** A field as text, for messages and rare paths. */
  String text(int field) {
    return new String(buffer, starts[field], lengths[field], StandardCharsets.UTF_8);
  }
}
