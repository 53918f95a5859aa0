package org.countinghouse.procurement.correspondence;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.countinghouse.payables.Party;
import org.countinghouse.procurement.OrderWish;
import org.jspecify.annotations.Nullable;

/**
 * An order that was agreed elsewhere, as a document states it.
 *
 * @param number its own
 * @param seller who delivers
 * @param supplierNumber our number of the seller, where the document knows it; counts before {@code
 *     seller}
 */
public record ReceivedOrder(
    String number,
    LocalDate orderedOn,
    Party seller,
    @Nullable String supplierNumber,
    Currency currency,
    @Nullable LocalDate deliverBy,
    @Nullable String note,
    List<OrderWish.Line> lines) {

  public ReceivedOrder {
    lines = List.copyOf(lines);
  }
}
