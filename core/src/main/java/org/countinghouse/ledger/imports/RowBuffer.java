package org.countinghouse.ledger.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/** Rows in PostgreSQL's binary COPY format: half the server's work of the text format. */
final class RowBuffer {

  private static final long POSTGRES_EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final int NUMERIC_NEGATIVE = 0x4000;
  private static final int NUMERIC_SCALE = 4;

  private byte[] bytes;
  private int length;

  RowBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** A copy of what was put in. */
  byte[] taken() {
    return Arrays.copyOf(bytes, length);
  }

  void clear() {
    length = 0;
  }

  /** What must stand before the first row. */
  RowBuffer signature() {
    return raw(
        new byte[] {
          'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
        });
  }

  /** What must stand after the last row. */
  RowBuffer trailer() {
    return shortValue(-1);
  }

  RowBuffer row(int fields) {
    return shortValue(fields);
  }

  RowBuffer raw(byte[] encoded) {
    return raw(encoded, 0, encoded.length);
  }

  RowBuffer raw(byte[] encoded, int start, int count) {
    room(count);
    System.arraycopy(encoded, start, bytes, length, count);
    length += count;
    return this;
  }

  /** A text, or null when there is nothing in it. */
  RowBuffer optional(byte[] utf8, int start, int count) {
    return count == 0 ? integer(-1) : text(utf8, start, count);
  }

  RowBuffer text(byte[] utf8) {
    return text(utf8, 0, utf8.length);
  }

  RowBuffer text(byte[] utf8, int start, int count) {
    integer(count);
    return raw(utf8, start, count);
  }

  RowBuffer int4(int value) {
    integer(4);
    return integer(value);
  }

  RowBuffer int8(long value) {
    integer(8);
    return longValue(value);
  }

  RowBuffer uuid(UUID value) {
    integer(16);
    longValue(value.getMostSignificantBits());
    return longValue(value.getLeastSignificantBits());
  }

  RowBuffer date(LocalDate value) {
    return int4((int) (value.toEpochDay() - POSTGRES_EPOCH_DAY));
  }

  RowBuffer timestamp(Instant value) {
    return int8(ChronoUnit.MICROS.between(POSTGRES_EPOCH, value));
  }

  /** A number given in units of 0.0001: as digits to the base of 10,000 it has one decimal. */
  RowBuffer numeric(long units) {
    long magnitude = Math.abs(units);
    long whole = magnitude / 10_000;
    int wholeDigits = 0;
    for (long rest = whole; rest > 0; rest /= 10_000) {
      wholeDigits++;
    }
    integer(8 + 2 * (wholeDigits + 1));
    shortValue(wholeDigits + 1);
    shortValue(wholeDigits - 1);
    shortValue(units < 0 ? NUMERIC_NEGATIVE : 0);
    shortValue(NUMERIC_SCALE);
    room(2 * wholeDigits);
    for (int at = length + 2 * (wholeDigits - 1); at >= length; at -= 2) {
      int digit = (int) (whole % 10_000);
      bytes[at] = (byte) (digit >>> 8);
      bytes[at + 1] = (byte) digit;
      whole /= 10_000;
    }
    length += 2 * wholeDigits;
    return shortValue((int) (magnitude % 10_000));
  }

  private RowBuffer shortValue(int value) {
    room(2);
    bytes[length++] = (byte) (value >>> 8);
    bytes[length++] = (byte) value;
    return this;
  }

  private RowBuffer integer(int value) {
    room(4);
    bytes[length++] = (byte) (value >>> 24);
    bytes[length++] = (byte) (value >>> 16);
    bytes[length++] = (byte) (value >>> 8);
    bytes[length++] = (byte) value;
    return this;
  }

  private RowBuffer longValue(long value) {
    integer((int) (value >>> 32));
    return integer((int) value);
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
