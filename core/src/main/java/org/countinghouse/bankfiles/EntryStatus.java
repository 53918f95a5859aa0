package org.countinghouse.bankfiles;

/** Whether the bank has booked an entry. */
public enum EntryStatus {
  /** Booked: counts towards the closing balance. */
  BOOKED,
  /** Announced; may still be withdrawn and never counts. */
  PENDING,
  /** Told for information only; never booked as such. */
  INFORMATION
}
