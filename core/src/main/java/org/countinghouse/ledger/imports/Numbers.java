package org.countinghouse.ledger.imports;

/** Numbers and dates read from bytes, strictly. */
final class Numbers {

  /** What no number can be. */
  static final long NOT_A_NUMBER = Long.MIN_VALUE;

  /** A number the books have no room for. */
  static final long TOO_LARGE = Long.MIN_VALUE + 1;

  /** A number with more than four decimals. */
  static final long TOO_FINE = Long.MIN_VALUE + 2;

  private static final long UNITS_PER_ONE = 10_000;
  private static final long INTEGER_MAX = 900_000_000_000_000L;

  private Numbers() {}

  /** Digits with an optional point and decimals, in units of 0.0001. */
  static long units(byte[] bytes, int start, int length) {
    int end = start + length;
    int at = start;
    long whole = 0;
    while (at < end && isDigit(bytes[at])) {
      if (whole >= INTEGER_MAX) {
        return TOO_LARGE;
      }
      whole = whole * 10 + (bytes[at++] - '0');
    }
    if (at == start) {
      return NOT_A_NUMBER;
    }
    if (whole >= INTEGER_MAX) {
      return TOO_LARGE;
    }
    return at == end ? whole * UNITS_PER_ONE : withDecimals(whole, bytes, at, end);
  }

  private static long withDecimals(long whole, byte[] bytes, int point, int end) {
    if (bytes[point] != '.' || point + 1 == end) {
      return NOT_A_NUMBER;
    }
    long fraction = 0;
    long place = UNITS_PER_ONE;
    boolean tooFine = false;
    for (int at = point + 1; at < end; at++) {
      if (!isDigit(bytes[at])) {
        return NOT_A_NUMBER;
      }
      place /= 10;
      tooFine |= place == 0 && bytes[at] != '0';
      fraction += place * (bytes[at] - '0');
    }
    return tooFine ? TOO_FINE : whole * UNITS_PER_ONE + fraction;
  }

  /** A whole number from 1 to a million, or -1. */
  static int ordinal(byte[] bytes, int start, int length) {
    if (length < 1 || length > 7) {
      return -1;
    }
    int value = 0;
    for (int at = start; at < start + length; at++) {
      if (!isDigit(bytes[at])) {
        return -1;
      }
      value = value * 10 + (bytes[at] - '0');
    }
    return value < 1 || value > 1_000_000 ? -1 : value;
  }

  /** The digits of {@code 2025-03-31} as 20250331, or -1 when they are written otherwise. */
  static int dateDigits(byte[] bytes, int start, int length) {
    if (length != 10 || bytes[start + 4] != '-' || bytes[start + 7] != '-') {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < 10; i++) {
      if (i == 4 || i == 7) {
        continue;
      }
      byte digit = bytes[start + i];
      if (!isDigit(digit)) {
        return -1;
      }
      value = value * 10 + (digit - '0');
    }
    return value;
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }
}
