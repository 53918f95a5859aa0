package org.countinghouse.assets;

import java.time.LocalDate;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How an asset comes into the register.
 *
 * @param on when it was bought or taken over
 * @param cost in base currency
 * @param accumulated what was written down before the day it was taken over; absent: it is new
 * @param contraAccount credited by a journal made now; absent: the ledger has the cost already,
 *     from a supplier's invoice or as an opening balance
 */
public record Beginning(
    LocalDate on, Money cost, @Nullable Money accumulated, @Nullable String contraAccount) {

  /** Bought; the supplier's invoice is posted to the cost account. */
  public static Beginning bought(LocalDate on, Money cost) {
    return new Beginning(on, cost, null, null);
  }

  /** Bought; the cost is posted now, against this account. */
  public static Beginning boughtAgainst(LocalDate on, Money cost, String contraAccount) {
    return new Beginning(on, cost, null, contraAccount);
  }

  /** Taken over with its history; both amounts are among the ledger's opening balances. */
  public static Beginning takenOver(LocalDate on, Money cost, Money accumulated) {
    return new Beginning(on, cost, accumulated, null);
  }
}
