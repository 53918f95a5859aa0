package org.countinghouse.revaluation;

/** Whether what an account holds in foreign currency changes its worth with the rate. */
public enum Treatment {
  /** Money, or a right or duty to a fixed amount of it: valued at each month's end. */
  MONETARY,
  /** Goods, fixed assets, prepayments: stays at the rate it was booked at. */
  NON_MONETARY
}
