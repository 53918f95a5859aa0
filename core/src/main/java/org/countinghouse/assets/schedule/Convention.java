package org.countinghouse.assets.schedule;

/** Which part of a month or year counts when an asset is put in service or disposed of. */
public enum Convention {
  /**
   * By months: the month it is put in service counts in full, the month of its disposal not at all
   * (pro rata temporis, § 7 (1) sentence 4 EStG).
   */
  FULL_MONTH,
  /** By months: the month after counts first, the month of disposal last. */
  NEXT_MONTH,
  /** By months: half of the first and half of the last one (IRC § 168 (d) (2)). */
  MID_MONTH,
  /**
   * By fiscal years: half of the first and half of the last one, nothing when both are the same
   * (IRC § 168 (d) (1)). Within the first year its amount is spread evenly over the months in use.
   */
  HALF_YEAR,
  /**
   * By quarters of the fiscal year: from the middle of the first to the middle of the last one,
   * nothing when both are in the same year (IRC § 168 (d) (3)). Within the first year its amount is
   * spread evenly over the months in use.
   */
  MID_QUARTER,
  /** By days: from the day it is put in service to the day before its disposal. */
  DAILY
}
