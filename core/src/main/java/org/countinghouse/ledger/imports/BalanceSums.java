package org.countinghouse.ledger.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.countinghouse.ledger.JournalDigest;

/**
 * What a file adds to the balances, summed while it is read: per account, month, currency and cost
 * centre. Grows with these, not with the lines.
 */
final class BalanceSums {

  private static final int MEASURES = 5;
  private static final long FREE = -1;

  // a key orders as account, month, currency, cost centre do; the last is 0 where there is none
  private static final int COST_CENTRE_BITS = 16;
  private static final int CURRENCY_BITS = 9;
  private static final int MONTH_BITS = 17;
  private static final long COST_CENTRE_MASK = (1L << COST_CENTRE_BITS) - 1;
  private static final byte[] NO_COST_CENTRE = {};

  private final References references;
  private long[] keys = new long[1 << 12];
  private long[] sums = new long[MEASURES << 12];
  private int size;

  BalanceSums(References references) {
    this.references = references;
    Arrays.fill(keys, FREE);
  }

  /** Counts a line in. */
  void add(LocalDate day, EntryLine line) {
    long key = Objects.requireNonNull(line.account).ordinal();
    key = key << MONTH_BITS | (day.getYear() * 12 + day.getMonthValue() - 1);
    key = key << CURRENCY_BITS | Objects.requireNonNull(line.currency).ordinal();
    key = key << COST_CENTRE_BITS | (line.costCentre == null ? 0 : line.costCentre.ordinal() + 1);
    int at = MEASURES * slot(key);
    addMagnitude(at + (line.units < 0 ? 1 : 0), line.units);
    addMagnitude(at + (line.baseUnits < 0 ? 3 : 2), line.baseUnits);
    sums[at + 4]++;
  }

  private void addMagnitude(int at, long units) {
    sums[at] = Math.addExact(sums[at], Math.abs(units));
  }

  private int slot(long key) {
    int slot = find(key);
    if (keys[slot] == FREE) {
      if (2 * ++size > keys.length) {
        grow();
        slot = find(key);
      }
      keys[slot] = key;
    }
    return slot;
  }

  private int find(long key) {
    long hash = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & (keys.length - 1);
    while (keys[slot] != key && keys[slot] != FREE) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldSums = sums;
    keys = new long[2 * oldKeys.length];
    sums = new long[2 * oldSums.length];
    Arrays.fill(keys, FREE);
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] != FREE) {
        int slot = find(oldKeys[old]);
        keys[slot] = oldKeys[old];
        System.arraycopy(oldSums, MEASURES * old, sums, MEASURES * slot, MEASURES);
      }
    }
  }

  /** The debits of all lines in base currency. */
  BigDecimal baseDebit() {
    BigDecimal total = BigDecimal.ZERO;
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != FREE) {
        total = total.add(BigDecimal.valueOf(sums[MEASURES * slot + 2], JournalDigest.SCALE));
      }
    }
    return total;
  }

  /** Takes a sum. */
  interface Visitor {
    void sum(Sum sum) throws IOException;
  }

  /** Shows all sums: whole accounts, and cost centres beside them, in the order of their keys. */
  void forEach(Visitor visitor) throws IOException {
    long[] sorted = Arrays.stream(keys).filter(key -> key != FREE).sorted().toArray();
    long[] whole = new long[MEASURES];
    for (int i = 0; i < sorted.length; i++) {
      long key = sorted[i];
      int at = MEASURES * find(key);
      for (int measure = 0; measure < MEASURES; measure++) {
        whole[measure] = Math.addExact(whole[measure], sums[at + measure]);
      }
      if ((key & COST_CENTRE_MASK) > 0) {
        visitor.sum(new Sum(key, sums, at));
      }
      boolean isLastOfAccount =
          i + 1 == sorted.length || sorted[i + 1] >>> COST_CENTRE_BITS != key >>> COST_CENTRE_BITS;
      if (isLastOfAccount) {
        visitor.sum(new Sum(key & ~COST_CENTRE_MASK, whole, 0));
        Arrays.fill(whole, 0);
      }
    }
  }

  /** What the lines of one key came to; valid until the visitor returns. */
  final class Sum {

    private final long key;
    private final long[] from;
    private final int at;

    private Sum(long key, long[] from, int at) {
      this.key = key;
      this.from = from;
      this.at = at;
    }

    /** Whether it is that of one cost centre, or else of the whole account. */
    boolean hasCostCentre() {
      return (key & COST_CENTRE_MASK) > 0;
    }

    /** Empty when it is that of the whole account. */
    byte[] costCentre() {
      return hasCostCentre()
          ? references.costCentre((int) (key & COST_CENTRE_MASK) - 1).bytes()
          : NO_COST_CENTRE;
    }

    /** The first day of the month. */
    LocalDate month() {
      int month = (int) (key >>> COST_CENTRE_BITS + CURRENCY_BITS) & (1 << MONTH_BITS) - 1;
      return LocalDate.of(month / 12, month % 12 + 1, 1);
    }

    /** Puts in account, month, currency, the four sums and the number of lines. */
    void writeTo(RowBuffer row) {
      int currency = (int) (key >>> COST_CENTRE_BITS) & (1 << CURRENCY_BITS) - 1;
      int account = (int) (key >>> COST_CENTRE_BITS + CURRENCY_BITS + MONTH_BITS);
      row.text(references.account(account).code()).date(month());
      row.text(references.currency(currency).code());
      row.numeric(from[at]).numeric(from[at + 1]).numeric(from[at + 2]).numeric(from[at + 3]);
      row.int8(from[at + 4]);
    }
  }
}
