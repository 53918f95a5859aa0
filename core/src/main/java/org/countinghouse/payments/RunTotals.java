package org.countinghouse.payments;

import java.util.List;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a run comes to.
 *
 * @param base all of it, in base currency at the rates the items were booked at
 * @param left what is left out and why
 */
public record RunTotals(
    int payments, int items, Money base, Money discountBase, List<Line> lines, List<Left> left) {

  /** Keeps its own copies. */
  public RunTotals {
    lines = List.copyOf(lines);
    left = List.copyOf(left);
  }

  /**
   * From one account by one method in one currency.
   *
   * @param bankAccount code of our account
   */
  public record Line(
      UUID bankAccountId,
      @Nullable String bankAccount,
      PaymentMethod method,
      int payments,
      int items,
      Money amount,
      Money discount) {}

  /** How much is left out for one reason. */
  public record Left(String reason, int items, Money amount) {}
}
