package org.countinghouse.matching;

import java.time.Instant;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a difference.
 *
 * @param position line of the invoice; null: what concerns the whole
 * @param amount held back from payment, tax included; null where nothing is
 */
public record LineDecision(
    @Nullable Integer position,
    Kind kind,
    @Nullable Money amount,
    String reason,
    String decidedBy,
    Instant decidedAt) {

  /** What becomes of it. */
  public enum Kind {
    /** It is right as invoiced, and paid. */
    ACCEPT,
    /** It is booked; the supplier was asked for a credit note, the amount waits for it. */
    CREDIT_NOTE,
    /** It is booked; we do not agree and pay the amount only when we do. */
    DISPUTE,
    /** It is booked; the goods go back, the amount waits for the credit note. */
    RETURN
  }
}
