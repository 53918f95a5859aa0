package org.countinghouse.assets;

import org.countinghouse.money.Money;

/**
 * What an asset stands at.
 *
 * @param cost what is left of what it cost
 * @param accumulated written down of it in all, impairments included
 */
public record AssetValue(Money cost, Money accumulated) {

  /** What it stands in the books at. */
  public Money bookValue() {
    return cost.minus(accumulated);
  }
}
