package org.countinghouse.procurement.receipts;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is taken without asking.
 *
 * @param supplierId null: the rule of the organization
 * @param overPercent how much more than ordered, in percent of the line's quantity, 0 to 1000
 */
public record ReceiptRule(
    @Nullable UUID supplierId,
    BigDecimal overPercent,
    Beyond beyond,
    DespatchAdvice despatchAdvice) {

  /** Nothing beyond the order without a buyer; a despatch advice is a receipt. */
  public static final ReceiptRule DEFAULT =
      new ReceiptRule(null, BigDecimal.ZERO, Beyond.HOLD, DespatchAdvice.RECEIVES);

  /** What happens to a delivery beyond that. */
  public enum Beyond {
    /** It waits for a buyer. */
    HOLD,
    /** It cannot be recorded. */
    REFUSE
  }

  /** What a supplier's despatch advice is worth. */
  public enum DespatchAdvice {
    /**
     * It is a receipt: suppliers whose word is taken, warehouses that send it when they counted.
     */
    RECEIVES,
    /** It says what to expect; somebody counts what comes. */
    ANNOUNCES
  }

  /** How much of a line may be kept in all without asking. */
  BigDecimal limit(BigDecimal ordered) {
    return ordered.add(ordered.multiply(overPercent).movePointLeft(2));
  }
}
