package org.countinghouse.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of an invoice, one line of an order and one line of a receipt that belong together, for
 * good.
 *
 * @param position line of the invoice
 * @param receiptLineId null: nothing had to come, or it was taken without
 * @param quantity in the order line's unit; negative where a credit note gives back
 * @param net what of the line's amount goes with it
 */
public record MatchRecord(
    int position,
    UUID orderLineId,
    @Nullable UUID receiptLineId,
    BigDecimal quantity,
    Money net,
    Instant recordedAt) {

  static MatchRecord of(MatchMapper.RecordRow row) {
    return new MatchRecord(
        row.position(),
        row.orderLineId(),
        row.receiptLineId(),
        row.quantity(),
        new Money(row.net(), Currency.getInstance(row.currency())),
        row.recordedAt());
  }
}
