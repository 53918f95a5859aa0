package org.countinghouse.assets.schedule;

/** How an asset's cost is spread over its life. */
public enum Method {
  /** Not written down: land, assets under construction. */
  NONE,
  /** The same amount for every part of its life. */
  STRAIGHT_LINE,
  /**
   * A fixed part of the book value at the start of each fiscal year; from the first year in which
   * straight line over what is left of its life gives as much or more, that (IRC § 168 (b) (1), § 7
   * (3) EStG).
   */
  DECLINING,
  /** In proportion to what it produces (IAS 16.62). */
  UNITS
}
