package org.countinghouse.ledger;

/** How far a month is closed. */
public enum PeriodState {
  /** Every module may post. */
  OPEN,
  /** Only the ledger itself and the close may post: adjustments while the month is reviewed. */
  SOFT_CLOSED,
  /** Nobody may post until it is reopened. */
  CLOSED
}
