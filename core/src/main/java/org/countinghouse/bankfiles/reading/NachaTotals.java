package org.countinghouse.bankfiles.reading;

import java.math.BigDecimal;

/** What control records are compared with. */
final class NachaTotals {

  private static final long HASH_MODULUS = 10_000_000_000L;

  private int entries;
  private int addenda;
  private long hash;
  private BigDecimal debits = BigDecimal.ZERO;
  private BigDecimal credits = BigDecimal.ZERO;

  void entry(boolean credit, BigDecimal amount, long bank) {
    entries++;
    hash = (hash + bank) % HASH_MODULUS;
    if (credit) {
      credits = credits.add(amount);
    } else {
      debits = debits.add(amount);
    }
  }

  void addendum() {
    addenda++;
  }

  void add(NachaTotals batch) {
    entries += batch.entries;
    addenda += batch.addenda;
    hash = (hash + batch.hash) % HASH_MODULUS;
    debits = debits.add(batch.debits);
    credits = credits.add(batch.credits);
  }

  int entries() {
    return entries;
  }

  int addenda() {
    return addenda;
  }

  long hash() {
    return hash;
  }

  BigDecimal debits() {
    return debits;
  }

  BigDecimal credits() {
    return credits;
  }
}
