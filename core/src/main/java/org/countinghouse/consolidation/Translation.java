package org.countinghouse.consolidation;

/** At which rate an account comes into the group's currency (IAS 21.39 and 21.23). */
public enum Translation {
  /** What is owned and owed: the rate of the last day. */
  CLOSING,
  /** What was earned and spent: the average of each month it arose in. */
  AVERAGE,
  /** Capital and what was paid for it: the rate of the day it came in. */
  HISTORICAL
}
