package org.countinghouse.allocations;

/** What costs are allocated by. */
public enum Driver {
  /** Shares that are part of the rule. */
  FIXED,
  /** A statistic: people, square metres; the value of a cost centre valid in the month. */
  STATISTIC,
  /** What stands on accounts in the month, by cost centre, before any allocation. */
  BALANCE
}
