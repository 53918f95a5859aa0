package org.countinghouse.matching;

import java.math.BigDecimal;

/**
 * What an invoice may ask for beyond its order and is still taken as the same. Less than ordered is
 * always taken.
 *
 * @param price per line: what more it costs than the ordered price for the same quantity, the
 *     amount in money
 * @param quantity per order line: what more is invoiced than ordered, the amount in its unit
 * @param charges what may be charged on the whole that was not ordered, in money
 * @param tax by how much the tax of a rate may differ from what the rate makes, in money
 */
public record Tolerances(Limit price, Limit quantity, BigDecimal charges, BigDecimal tax) {

  /** Exactly as ordered. A cent of tax may differ: suppliers round by line or by total. */
  public static final Tolerances EXACT =
      new Tolerances(Limit.NONE, Limit.NONE, BigDecimal.ZERO, new BigDecimal("0.01"));
}
