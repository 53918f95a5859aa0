package org.countinghouse.journals;

import java.util.Objects;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a manual journal.
 *
 * @param account code of the account
 * @param amount in the currency of the business; debit positive, credit negative
 * @param baseAmount the same in base currency; null: by the rate of the posting date
 * @param taxCode says what tax follows from the line, where a module knows it
 * @param text null: the journal's description says it
 */
public record ManualLine(
    String account,
    Money amount,
    @Nullable Money baseAmount,
    @Nullable String costCentre,
    @Nullable String project,
    @Nullable String taxCode,
    @Nullable String text) {

  /** A line in base currency, without dimensions. */
  public static ManualLine of(String account, Money amount) {
    return new ManualLine(account, amount, amount, null, null, null, null);
  }

  /** The amount in base currency, once it is worked out. */
  public Money inBase() {
    return Objects.requireNonNull(baseAmount, "the line is not valued yet");
  }

  /** The same with this base amount. */
  public ManualLine valued(Money value) {
    return new ManualLine(account, amount, value, costCentre, project, taxCode, text);
  }

  /** The same with another text. */
  public ManualLine saying(@Nullable String what) {
    return new ManualLine(account, amount, baseAmount, costCentre, project, taxCode, what);
  }
}
