package org.countinghouse.matching;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order as matching sees it.
 *
 * @param supplierItem the supplier's number of it
 * @param kept what came and stayed
 * @param claimed what other invoices took of it: those that are posted and those that only wait for
 *     their approval, less what was credited
 * @param taxCode it was ordered with; null where nobody said
 * @param taxCategory what an invoice must state for that code; null as above
 * @param taxRate as above
 * @param receiptRequired whether it must have come before it is paid
 */
record OrderedLine(
    UUID id,
    int position,
    @Nullable String supplierItem,
    String name,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    @Nullable String taxCode,
    @Nullable String taxCategory,
    @Nullable BigDecimal taxRate,
    boolean receiptRequired,
    BigDecimal kept,
    BigDecimal claimed) {

  /** What may be invoiced at most: what was ordered, or what of more somebody agreed to keep. */
  BigDecimal due() {
    return quantity.max(kept);
  }

  /** Whether nothing is left to be invoiced. */
  boolean isSpent() {
    return claimed.compareTo(due()) >= 0;
  }
}
