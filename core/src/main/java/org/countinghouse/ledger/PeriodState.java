package org.countinghouse.ledger;

/** How far a month is closed. */
public enum PeriodState {
  /** Every module may post. */
  OPEN,
  /**
   * Only {@link Periods#ADJUSTING_MODULES} may post, while the month is made ready and reviewed.
   */
  SOFT_CLOSED,
  /** Nobody may post until it is reopened. */
  CLOSED
}
