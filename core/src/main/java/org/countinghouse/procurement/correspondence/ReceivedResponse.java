package org.countinghouse.procurement.correspondence;

import java.time.LocalDate;
import java.util.List;
import org.countinghouse.payables.Party;
import org.jspecify.annotations.Nullable;

/**
 * An answer to an order as a document states it; see {@link OrderResponse} for the fields.
 *
 * @param seller who answers
 */
public record ReceivedResponse(
    String number,
    LocalDate issuedOn,
    String orderNumber,
    Party seller,
    OrderResponse.Answer answer,
    @Nullable String note,
    List<OrderResponse.Line> lines) {

  public ReceivedResponse {
    lines = List.copyOf(lines);
  }
}
