package org.countinghouse.matching;

import java.math.BigDecimal;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice beside the order line it was held against, as both stood then.
 *
 * @param position in the invoice
 * @param orderLineId null where nothing was ordered for it
 * @param orderedQuantity in {@code orderedUnit}
 * @param receivedQuantity what had come and stayed
 * @param invoicedBefore what other invoices had taken
 * @param expected the invoiced quantity at the ordered price
 * @param counted what of the order line this line takes, negative in a credit note; zero where
 *     nothing is to be counted, as in a credit of the price alone
 */
public record MatchedLine(
    int position,
    @Nullable UUID orderLineId,
    @Nullable BigDecimal orderedQuantity,
    @Nullable String orderedUnit,
    @Nullable BigDecimal orderedPrice,
    @Nullable BigDecimal receivedQuantity,
    @Nullable BigDecimal invoicedBefore,
    @Nullable BigDecimal quantity,
    @Nullable String unit,
    @Nullable BigDecimal unitPrice,
    Money net,
    @Nullable Money expected,
    BigDecimal counted) {

  /** What it costs more than ordered, below zero less; zero where nothing was ordered. */
  public Money variance() {
    return expected == null ? Money.zero(net.currency()) : net.minus(expected);
  }
}
