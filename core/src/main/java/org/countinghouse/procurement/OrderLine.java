package org.countinghouse.procurement;

import java.math.BigDecimal;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is ordered. Its id stays over all versions of the order.
 *
 * @param position what suppliers refer to it by; never used again within the order
 * @param supplierItem the supplier's number of it
 * @param category code of the {@link Category}
 * @param quantity ordered, in {@code unit}, up to six decimals
 * @param unit UN/ECE Recommendation 20, packages of Recommendation 21 with an X before them
 * @param unitPrice of one unit without tax, in the order's currency, up to six decimals
 * @param net quantity by unit price, rounded half up to the currency
 * @param baseNet the same in base currency by the rate of the day it was handed in; null until then
 * @param quantityReceived all that came, what went back included
 * @param quantityInvoiced less what was credited
 * @param receiptRequired whether its receipt is recorded before its invoice is paid; false for
 *     services
 */
public record OrderLine(
    UUID id,
    int position,
    @Nullable String supplierItem,
    String name,
    String category,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    Money net,
    @Nullable Money baseNet,
    String account,
    @Nullable String costCentre,
    @Nullable String project,
    @Nullable String taxCode,
    boolean receiptRequired,
    BigDecimal quantityReceived,
    BigDecimal quantityReturned,
    BigDecimal quantityInvoiced) {

  /** What came and stayed. */
  public BigDecimal quantityKept() {
    return quantityReceived.subtract(quantityReturned);
  }

  /** What is still to come, never below zero; what went back is expected anew. */
  public BigDecimal quantityOutstanding() {
    return quantity.subtract(quantityKept()).max(BigDecimal.ZERO);
  }

  /** What is still to be invoiced, never below zero. */
  public BigDecimal quantityUninvoiced() {
    return quantity.subtract(quantityInvoiced).max(BigDecimal.ZERO);
  }
}
