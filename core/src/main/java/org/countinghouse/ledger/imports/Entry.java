package org.countinghouse.ledger.imports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;

/** The entry being read; one instance is used for all entries, so copy what must be kept. */
final class Entry {

  UUID id = new UUID(0, 0);
  int firstLine;
  int lastLineNo;
  int lines;
  @Nullable LocalDate date;
  int fiscalYear;
  final Slice dateText = new Slice();
  final Slice reference = new Slice();
  final Slice source = new Slice();
  final Slice description = new Slice();
  long baseSum;
  long currencySum;
  References.@Nullable CurrencyRef currency;
  boolean isMixed;

  /** False when an amount could not be read: what it lacks to balance is then unknown. */
  boolean areAmountsKnown;

  /** A line that could not be read at all may belong to it. */
  boolean isDamaged;

  boolean isRepeated;

  void begin(int line, boolean damaged) {
    id = Ids.next();
    firstLine = line;
    lastLineNo = 0;
    lines = 0;
    date = null;
    baseSum = 0;
    currencySum = 0;
    currency = null;
    isMixed = false;
    areAmountsKnown = true;
    isDamaged = damaged;
    isRepeated = false;
  }

  void add(References.CurrencyRef in, long units, long baseUnits) {
    if (currency == null) {
      currency = in;
    } else if (currency != in) {
      isMixed = true;
    }
    currencySum += units;
    baseSum += baseUnits;
  }

  /** Bytes of its own, reused. */
  static final class Slice {

    byte[] bytes = new byte[64];
    int length;

    void set(byte[] from, int start, int count) {
      if (count > bytes.length) {
        bytes = new byte[count * 2];
      }
      System.arraycopy(from, start, bytes, 0, count);
      length = count;
    }

    boolean is(byte[] other, int start, int count) {
      return Arrays.equals(bytes, 0, length, other, start, start + count);
    }

    String text() {
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
  }
}
