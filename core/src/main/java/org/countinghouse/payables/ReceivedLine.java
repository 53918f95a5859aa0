package org.countinghouse.payables;

import java.math.BigDecimal;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a received document, or an allowance or charge on its whole.
 *
 * @param reference the supplier's line id (BT-126); for allowances and charges a running number
 * @param name what was delivered (BT-153), or the reason of an allowance or charge
 * @param description more about it (BT-154)
 * @param quantity invoiced quantity (BT-129), exactly as stated; null on allowances and charges
 * @param unit UN/ECE Recommendation 20 code (BT-130)
 * @param unitPrice net price of one unit (BT-146 divided by BT-149), exactly as stated
 * @param net line amount (BT-131); negative on allowances and returns
 * @param taxCategory UNCL5305 code such as {@code S}, {@code Z}, {@code AE} (BT-151)
 * @param taxRate in percent (BT-152); null outside the scope of tax
 * @param orderLine line of our order this refers to (BT-132)
 * @param sellerItem what the seller calls it in his catalogue (BT-155)
 */
public record ReceivedLine(
    Kind kind,
    String reference,
    String name,
    @Nullable String description,
    @Nullable BigDecimal quantity,
    @Nullable String unit,
    @Nullable BigDecimal unitPrice,
    Money net,
    String taxCategory,
    @Nullable BigDecimal taxRate,
    @Nullable String orderLine,
    @Nullable String sellerItem) {

  /** A line whose item has no number of the seller's. */
  public ReceivedLine(
      Kind kind,
      String reference,
      String name,
      @Nullable String description,
      @Nullable BigDecimal quantity,
      @Nullable String unit,
      @Nullable BigDecimal unitPrice,
      Money net,
      String taxCategory,
      @Nullable BigDecimal taxRate,
      @Nullable String orderLine) {
    this(
        kind,
        reference,
        name,
        description,
        quantity,
        unit,
        unitPrice,
        net,
        taxCategory,
        taxRate,
        orderLine,
        null);
  }

  /** What a line stands for. */
  public enum Kind {
    ITEM,
    ALLOWANCE,
    CHARGE
  }
}
