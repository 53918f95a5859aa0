package org.countinghouse.consolidation;

/** What two accounts of two members have to do with each other. */
public enum PairKind {
  /** A claim and the debt to it; both must say the same at every end of month. */
  BALANCE,
  /** An income and the expense to it; both must say the same since the year began. */
  RESULT,
  /** Shares and the capital they stand for; taken out, never compared. */
  INVESTMENT
}
