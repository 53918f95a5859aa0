package org.countinghouse.reporting.spi;

import java.time.LocalDate;
import java.util.List;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A journal on its way to another program.
 *
 * @param number its human number; {@code OPENING} for the balances brought forward
 * @param source which module posted it, for which reference
 */
public record LedgerEntry(
    String number,
    LocalDate postingDate,
    String description,
    String source,
    String sourceReference,
    String maker,
    @Nullable String checker,
    List<Line> lines) {

  public LedgerEntry {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param amount debit positive, credit negative
   * @param baseAmount the same in the organization's base currency
   */
  public record Line(
      int number,
      String account,
      Money amount,
      Money baseAmount,
      @Nullable String costCentre,
      @Nullable String text) {

    /**
     * The line as programs write it that keep an amount and what it cost. A line that moves only
     * the base amount, a revaluation, is an amount of base currency; one whose two amounts differ
     * in sign is both.
     */
    public List<Posting> postings() {
      if (amount.currency().equals(baseAmount.currency())) {
        return List.of(new Posting(amount, null));
      }
      if (amount.isZero()) {
        return List.of(new Posting(baseAmount, null));
      }
      if (amount.amount().signum() * baseAmount.amount().signum() >= 0) {
        return List.of(new Posting(amount, baseAmount.abs()));
      }
      return List.of(
          new Posting(amount, Money.zero(baseAmount.currency())), new Posting(baseAmount, null));
    }
  }

  /**
   * An amount and what all of it cost.
   *
   * @param cost without sign; null: the amount is in base currency
   */
  public record Posting(Money amount, @Nullable Money cost) {}
}
