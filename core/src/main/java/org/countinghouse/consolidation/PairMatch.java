package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the two accounts of a pair say about each other.
 *
 * @param currencies what each holds in each currency of their business
 * @param groupDifference what they differ by, in the group's currency at the rate of the last day
 * @param matches whether that is within the group's tolerance
 */
public record PairMatch(
    IntercompanyPair pair,
    String memberA,
    String memberB,
    List<CurrencyMatch> currencies,
    BigDecimal groupDifference,
    boolean matches) {

  public PairMatch {
    currencies = List.copyOf(currencies);
  }

  /**
   * One currency of the pair's business; debit positive, so two accounts that say the same sum to
   * zero.
   *
   * @param difference the sum of both
   * @param groupDifference that in the group's currency
   */
  public record CurrencyMatch(
      String currency,
      BigDecimal amountA,
      BigDecimal amountB,
      BigDecimal difference,
      BigDecimal groupDifference) {}
}
